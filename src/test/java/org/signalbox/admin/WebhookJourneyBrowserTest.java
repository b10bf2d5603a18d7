package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.signalbox.testing.Received;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;

/** What an administrator does with a webhook, from the first to the last. */
@Tag("browser")
class WebhookJourneyBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final RunningServer server = RunningServer.shared();
    private final ScriptedReceiver receiver = ScriptedReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_webhook_lives_from_add_to_delete() {
        try (Visit visit = new Visit(chromium, server, Visit.wide(), UNPROCESSABLE)) {
            visit.signIn();
            addWithErrorsFirst(visit);
            sendTest(visit);
            seeDelivery(visit);
            explain(visit);
            replay(visit);
            rotate(visit);
            pauseAndResume(visit);
            edit(visit);
            disableAndEnable(visit);
            delete(visit);
        }
    }

    @Test
    void the_events_follow_the_format_and_the_preview_follows_the_events() {
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.signIn();
            visit.open("/admin/settings/webhooks/new");
            assertThat(visit.page.locator("#preview"))
                    .containsText("Choose an event to see what arrives.");

            event(visit, "time_entry:created").check();
            assertThat(visit.page.locator("#preview pre")).containsText("\"time_entry:created\"");
            assertThat(visit.page.locator("[data-count]")).hasText(Pattern.compile("^1 of \\d+.*"));

            visit.page.locator("input[value='standard']").check();
            assertThat(event(visit, "time_entry.created")).isChecked();
            assertThat(visit.page.locator("#events")).containsText("have a counterpart");
            assertThat(visit.page.locator("#secret_hint")).not().containsText("X-OP-Signature");
            assertThat(visit.page.locator("#preview pre")).containsText("\"time_entry.created\"");
        }
    }

    @Test
    void what_happens_is_seen_while_the_page_is_open() {
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.signIn();
            add(visit, "Live");
            visit.link("Live").click();
            assertThat(visit.page.locator(".live")).containsText("Live, ");
            server.api().post("/api/v3/projects", "{\"name\":\"Kiosk\"}");
            assertThat(visit.page.locator(".log details")).hasCount(1);

            visit.page.locator(".log summary").click();
            long id = Long.parseLong(visit.page.url().replaceAll(".*/", ""));
            server.api().post("/api/v3/webhooks/%d/pause".formatted(id), "{}");
            assertThat(visit.page.locator(".pill").first()).hasText("Paused");
            assertThat(visit.page.locator("[data-announcer]")).hasText("Live: Paused");
            assertThat(visit.page.locator(".log details[open]")).hasCount(1);
            assertThat(visit.page.locator(".log summary")).isFocused();
        }
    }

    @Test
    void who_saves_what_somebody_else_changed_meanwhile_sees_both() {
        try (Visit visit = new Visit(chromium, server, Visit.wide(), CONFLICT)) {
            visit.signIn();
            add(visit, "Shared");
            visit.link("Shared").click();
            long id = Long.parseLong(visit.page.url().replaceAll(".*/", ""));
            visit.link("Edit").click();
            server.api().patch("/api/v3/webhooks/" + id, "{\"description\": \"theirs\"}");
            visit.page.locator("#description").fill("mine");
            visit.button("Save").click();

            assertThat(visit.page.locator("#stale")).containsText("after you opened it");
            assertThat(visit.page.locator("#stale tbody tr"))
                    .hasText(Pattern.compile("Description\\s*mine\\s*theirs"));
            visit.assertUsable();
            visit.picture("webhook-form-stale-1280");
            visit.button("Save mine").click();
            assertThat(visit.page.locator(".flash")).hasText("Successful update.");
            assertThat(server.api().get("/api/v3/webhooks/" + id).text()).contains("mine");
        }
    }

    @Test
    void a_receiver_that_refuses_is_seen_with_its_answer() {
        receiver.on("/hooks", Reply.answer(503, "{\"error\":\"closed for lunch\"}"));
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.signIn();
            add(visit, "Lunch");
            visit.link("Lunch").click();
            visit.button("Send test event").first().click();

            assertThat(visit.page.locator("#test"))
                    .containsText("Test event was not accepted: 503 after");
            assertThat(visit.page.locator("#test")).containsText("closed for lunch");
            assertThat(visit.page.locator(".pill").first()).hasText("Active");
        }
    }

    private void addWithErrorsFirst(Visit visit) {
        visit.open(WebhooksPage.PATH);
        visit.link("Webhook").first().click();
        visit.button("Create").click();
        assertThat(visit.page.locator("#faults")).isFocused();
        assertThat(visit.page.locator("#faults")).containsText("The webhook was not created");
        assertThat(visit.field("Name")).hasAttribute("aria-invalid", "true");
        assertThat(visit.page.locator("#name_fault")).hasText("Give it a name.");
        visit.picture("webhook-form-errors-1280");

        visit.field("Name").fill("Billing");
        visit.field("Payload URL").fill("http://10.20.4.12:8080/hooks");
        event(visit, "project:created").check();
        visit.button("Create").click();
        assertThat(visit.page.locator("#url_fault")).containsText("10.20.4.12");
        assertThat(visit.field("Name")).hasValue("Billing");
        assertThat(event(visit, "project:created")).isChecked();

        visit.field("Payload URL").fill(receiver.url("/hooks").toString());
        visit.button("Generate").click();
        assertThat(visit.page.locator("#secret")).hasValue(Pattern.compile("whsec_.{32,}"));
        visit.field("Header name (optional)").fill("X-Api-Key");
        visit.field("Header value").fill("sesame");
        visit.button("Create").click();
        assertThat(visit.page.locator(".flash")).hasText("Successful creation.");
        assertThat(visit.link("Billing")).isVisible();
    }

    private void sendTest(Visit visit) {
        visit.link("Billing").click();
        assertThat(visit.page.locator(".log")).hasCount(0);
        visit.button("Send test event").click();

        assertThat(visit.page.locator("#test")).containsText("Test event answered 200 after");
        Received received = receiver.await(1).getFirst();
        assertThat(received.header("webhook-test")).isEqualTo("true");
        assertThat(received.header("X-Api-Key")).isEqualTo("sesame");
        visit.picture("webhook-test-1280");
    }

    private void seeDelivery(Visit visit) {
        server.api().post("/api/v3/projects", "{\"name\":\"Orchard\",\"identifier\":\"orchard\"}");
        Received received = receiver.await(2).getLast();
        assertThat(received.text()).contains("\"project:created\"");

        untilSeen(visit, visit.page.locator(".log details").nth(1));
        Locator newest = visit.page.locator(".log details").first();
        newest.locator("summary").click();
        newest.getByText("Open delivery").click();
        assertThat(visit.page.locator("h1")).hasText("project:created");
        assertThat(visit.page.locator("#request")).containsText("\"Orchard\"");
        assertThat(visit.page.locator("main")).containsText(received.header("webhook-id"));
        assertThat(visit.page.locator("main")).not().containsText("sesame");

        visit.button("Redeliver").click();
        assertThat(visit.page.locator(".flash")).hasText("The delivery is sent again.");
        assertThat(receiver.await(3).getLast().header("webhook-id"))
                .isEqualTo(received.header("webhook-id"));
        untilSeen(visit, visit.page.locator(".attempts li").nth(1));
        visit.link("Billing").click();
    }

    private void explain(Visit visit) {
        visit.page.locator(".log details").first().locator("summary").click();
        visit.link("Open delivery").first().click();
        visit.link("Explain").click();
        assertThat(visit.page.locator("#verdict")).containsText("Delivered");
        assertThat(visit.page.locator(".checks li.ok")).hasCount(4);
        visit.page.locator("#event").fill("cow 7");
        visit.button("Explain").click();
        assertThat(visit.page.locator("main")).containsText("There is no event cow 7");
        visit.link("Billing").click();
    }

    /** How many is said before anything is sent, and follows the form. */
    private void replay(Visit visit) {
        int before = receiver.requests("/hooks").size();
        visit.link("Replay…").click();
        assertThat(visit.page.locator("#replay_submit")).isDisabled();
        visit.page.getByText("Everything, also what was delivered").click();
        Locator submit = visit.page.locator("#replay_submit");
        assertThat(submit).hasText(Pattern.compile("Replay \\d+ deliver(y|ies)"));
        // Others share the server, so that there may be more to replay than what was done here.
        int said = Integer.parseInt(submit.innerText().replaceAll("\\D", ""));
        visit.assertUsable();
        visit.picture("webhook-replay-dialog-1280");
        submit.click();
        assertThat(visit.page.locator(".flash"))
                .hasText(Pattern.compile(said + " deliver(y is|ies are) sent again\\."));
        receiver.await("/hooks", before + said);
    }

    private void rotate(Visit visit) {
        visit.page.locator(".pagehead summary").click();
        visit.link("Rotate secret…").click();
        visit.button("Rotate secret").click();
        assertThat(visit.page.locator("#new_secret")).hasValue(Pattern.compile("whsec_.{32,}"));
        assertThat(visit.page.locator("dialog[open]")).containsText("signs beside it until");
        visit.picture("webhook-secret-dialog-1280");
        visit.link("Done").click();
    }

    private void pauseAndResume(Visit visit) {
        visit.button("Pause").click();
        assertThat(visit.page.locator(".pill").first()).hasText("Paused");
        visit.link("Webhooks").first().click();
        assertThat(visit.page.locator(".webhooks")).containsText("Paused");
        visit.link("Billing").click();
        visit.page.locator(".banner .button").click();
        assertThat(visit.page.locator(".pill").first()).hasText("Active");
    }

    private void edit(Visit visit) {
        visit.link("Edit").click();
        assertThat(visit.field("Name")).hasValue("Billing");
        assertThat(visit.page.locator("#secret")).hasValue("");
        visit.field("Name").fill("Invoices");
        visit.button("Save").click();
        assertThat(visit.page.locator(".flash")).hasText("Successful update.");
        visit.link("Invoices").click();
    }

    private void disableAndEnable(Visit visit) {
        visit.page.locator(".pagehead summary").click();
        visit.link("Disable…").click();
        assertThat(visit.page.locator("dialog[open]")).containsText("Invoices gets nothing more");
        visit.assertUsable();
        visit.button("Disable").click();
        assertThat(visit.page.locator(".pill").first()).hasText("Disabled");
        visit.button("Enable").first().click();
        assertThat(visit.page.locator(".pill").first()).hasText("Active");
    }

    private void delete(Visit visit) {
        visit.page.locator(".pagehead summary").click();
        visit.link("Delete…").click();
        assertThat(visit.page.locator("dialog[open]")).isVisible();
        visit.assertUsable();
        visit.picture("webhook-delete-1280");
        visit.field("Type Invoices to confirm").fill("Invoices");
        visit.button("Delete Invoices").click();
        assertThat(visit.page.locator(".flash")).hasText("Successful deletion.");
        assertThat(visit.link("Invoices")).hasCount(0);
    }

    private void add(Visit visit, String name) {
        visit.open("/admin/settings/webhooks/new");
        visit.field("Name").fill(name);
        visit.field("Payload URL").fill(receiver.url("/hooks").toString());
        event(visit, "project:created").check();
        visit.button("Create").click();
        assertThat(visit.page.locator(".flash")).hasText("Successful creation.");
    }

    private static Locator event(Visit visit, String name) {
        return visit.page.locator("input[value='%s']".formatted(name));
    }

    /** The server records a moment after the receiver answered. */
    private static void untilSeen(Visit visit, Locator wanted) {
        for (int i = 0; i < 50 && wanted.count() == 0; i++) {
            visit.page.reload();
        }
        assertThat(wanted).isVisible();
    }
}
