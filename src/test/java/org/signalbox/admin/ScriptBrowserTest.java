package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;

/** What the scripts add to plain links and forms. */
@Tag("browser")
class ScriptBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    private final RunningServer server = RunningServer.shared();

    @Test
    void a_button_that_is_pressed_twice_sends_the_form_once() {
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.signIn();
            visit.open("/projects/new");
            visit.field("Name").fill("Pressed twice");
            visit.button("Create").dblclick();
            assertThat(visit.page.locator(".flash")).containsText("Successful creation.");
        }

        assertThat(server.api().get("/api/v3/projects?pageSize=1000").text())
                .containsOnlyOnce("\"name\":\"Pressed twice\"");
    }

    @Test
    void a_text_is_copied_also_where_the_browser_has_no_clipboard_for_scripts() {
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.page.addInitScript(
                    """
                    Object.defineProperty(Navigator.prototype, "clipboard", {value: undefined});
                    document.addEventListener("copy", () => (window.taken = getSelection().toString()
                        || document.activeElement.value));
                    """);
            visit.signIn();
            visit.open(ApiSettingsPage.PATH);
            visit.page.locator("[data-copy='#address']").click();

            assertThat(visit.page.locator("[data-said]")).hasText("Copied");
            assertThat(visit.page.evaluate("window.taken"))
                    .isEqualTo(visit.page.locator("#address").textContent());
            assertThat(visit.page.locator("[data-copy='#address']")).isFocused();
        }
    }

    @Test
    void the_overview_goes_on_and_leaves_the_focus_where_it_is() {
        try (var receiver = ScriptedReceiver.start();
                var alone =
                        RunningServer.start(
                                Map.of(
                                        "signalbox.delivery.retry-schedule", "50ms,50ms,1h",
                                        "signalbox.delivery.pause-after", "9"));
                Visit visit = new Visit(chromium, alone, Visit.wide())) {
            receiver.on("/broken", Reply.answer(503));
            visit.signIn();
            visit.link("1 h").focus();
            alone.api()
                    .post(
                            "/api/v3/webhooks",
                            """
                            {"name": "Broken", "url": "%s", "events": ["project:created"]}
                            """
                                    .formatted(receiver.url("/broken")));
            alone.api().post("/api/v3/projects", "{\"name\":\"Overview\"}");

            visit.link("Broken").first().waitFor(new WaitForOptions().setTimeout(20_000));
            assertThat(visit.link("1 h")).isFocused();
            visit.button("Send test event").focus();
            alone.api().post("/api/v3/projects", "{\"name\":\"Another\"}");
            assertThat(visit.page.locator(".waits strong").first()).hasText("2");
            assertThat(visit.button("Send test event")).isFocused();
        }
    }
}
