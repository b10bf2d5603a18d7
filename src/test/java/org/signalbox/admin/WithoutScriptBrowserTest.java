package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;

/** Everything that matters works in a browser without JavaScript. */
@Tag("browser")
class WithoutScriptBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    @Test
    void a_webhook_is_added_tested_paused_and_deleted_without_javascript() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start();
                Visit visit = new Visit(chromium, RunningServer.shared(), Visit.withoutScript())) {
            visit.signIn();
            visit.open(WebhooksPage.PATH);
            visit.link("Webhook").first().click();
            visit.page.locator("input[value='standard']").check();
            visit.button("Show the events of this format").click();
            visit.field("Name").fill("Plain");
            visit.field("Payload URL").fill(receiver.url("/plain").toString());
            visit.page.locator("input[value='project.created']").check();
            visit.button("Generate").click();
            assertThat(visit.field("Name")).hasValue("Plain");
            assertThat(visit.page.locator("#secret")).not().hasValue("");
            assertThat(visit.page.locator("#preview pre")).containsText("project.created");
            visit.button("Create").click();
            assertThat(visit.page.locator(".flash")).hasText("Successful creation.");

            visit.link("Plain").click();
            visit.button("Send test event").click();
            assertThat(visit.page.locator("#test")).containsText("Test event answered 200");
            receiver.await("/plain", 1);
            visit.page.locator(".log summary").first().click();
            visit.link("Open delivery").first().click();
            assertThat(visit.page.locator("h1")).hasText("project.created");

            visit.link("Plain").click();
            visit.button("Pause").click();
            assertThat(visit.page.locator(".pill").first()).hasText("Paused");
            visit.page.locator(".pagehead summary").click();
            visit.link("Delete…").click();
            assertThat(visit.heading("Delete Plain")).isVisible();
            visit.field("Type Plain to confirm").fill("Plain");
            visit.button("Delete Plain").click();
            assertThat(visit.page.locator(".flash")).hasText("Successful deletion.");
        }
    }
}
