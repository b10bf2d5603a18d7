package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;

/** The main path with nothing but keys. */
@Tag("browser")
class KeyboardBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    private static final int TABS_MAX = 80;

    @Test
    void a_webhook_is_added_tested_and_deleted_with_keys_alone() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start();
                Visit visit = new Visit(chromium, RunningServer.shared(), Visit.wide())) {
            visit.signIn();
            visit.open(WebhooksPage.PATH);
            press(visit, "Tab");
            assertThat(visit.link("Skip to content")).isFocused();
            press(visit, "Enter");
            tabTo(visit, visit.link("Webhook").first());
            press(visit, "Enter");

            tabTo(visit, visit.field("Name"));
            visit.page.keyboard().type("Keys");
            tabTo(visit, visit.field("Payload URL"));
            visit.page.keyboard().type(receiver.url("/keys").toString());
            tabTo(visit, visit.page.locator("input[value='project:created']"));
            press(visit, "Space");
            tabTo(visit, visit.button("Create"));
            press(visit, "Enter");
            assertThat(visit.page.locator(".flash")).hasText("Successful creation.");

            tabTo(visit, visit.page.locator("summary[aria-label='Actions for Keys']"));
            press(visit, "Enter");
            assertThat(visit.page.locator("details[open] .menu")).isVisible();
            press(visit, "Escape");
            assertThat(visit.page.locator("details[open] .menu")).hasCount(0);
            assertThat(visit.page.locator("summary[aria-label='Actions for Keys']")).isFocused();

            press(visit, "Enter");
            press(visit, "Tab");
            press(visit, "Enter");
            assertThat(visit.page.locator("#test")).isFocused();
            receiver.await("/keys", 1);

            tabTo(visit, visit.page.locator(".log summary").first());
            press(visit, "Enter");
            tabTo(visit, visit.link("Open delivery").first());
            press(visit, "Escape");
            assertThat(visit.page.locator(".log details[open]")).hasCount(0);

            tabBackTo(visit, visit.page.locator("summary[aria-label='More actions']"));
            press(visit, "Enter");
            tabTo(visit, visit.link("Delete…"));
            press(visit, "Enter");
            assertThat(visit.page.locator("dialog[open]")).isVisible();
            visit.page.keyboard().type("Keys");
            press(visit, "Enter");
            assertThat(visit.page.locator(".flash")).hasText("Successful deletion.");
        }
    }

    private static void press(Visit visit, String key) {
        visit.page.keyboard().press(key);
    }

    private static void tabTo(Visit visit, Locator wanted) {
        tab(visit, wanted, "Tab");
    }

    private static void tabBackTo(Visit visit, Locator wanted) {
        tab(visit, wanted, "Shift+Tab");
    }

    private static void tab(Visit visit, Locator wanted, String key) {
        wanted.waitFor();
        for (int i = 0; i < TABS_MAX; i++) {
            if (Boolean.TRUE.equals(wanted.evaluate("e => e === document.activeElement"))) {
                return;
            }
            press(visit, key);
        }
        assertThat(wanted).isFocused();
    }
}
