package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Visitor;

/** What the pages of a webhook say and ask. */
@Tag("api")
class WebhookPagesTest {
    private final RunningServer server = RunningServer.shared();
    private final ScriptedReceiver receiver = ScriptedReceiver.start();
    private final Visitor visitor = new Visitor(server);
    private final String name = "Pages " + UUID.randomUUID();

    @BeforeEach
    void signIn() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void disabling_asks_before_it_drops_what_waits() {
        long id = webhook("openproject", "project:created", "");
        server.api().post("/api/v3/webhooks/%d/pause".formatted(id), "{}");
        server.api().post("/api/v3/projects", "{\"name\":\"Waiting room\"}");

        assertThat(visitor.get(path(id)).text())
                .doesNotContain("<form method=\"post\" action=\"" + path(id) + "/disable")
                .contains("href=\"" + path(id) + "/disable\"");
        Answer asked = visitor.get(path(id) + "/disable");
        assertThat(asked.text()).containsPattern("and (1 waiting delivery is|\\d+ waiting deliv)");
        assertThat(isEnabled(id)).isTrue();
        visitor.post(path(id) + "/disable", Map.of("_csrf", Visitor.csrf(asked)));
        assertThat(isEnabled(id)).isFalse();
    }

    @Test
    void the_form_asks_too_before_it_drops_what_waits() {
        long id = webhook("openproject", "project:created", "");
        server.api().post("/api/v3/webhooks/%d/pause".formatted(id), "{}");
        server.api().post("/api/v3/projects", "{\"name\":\"Waiting list\"}");

        Answer asked = change(id, Map.of("webhook[enabled]", "0"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("id=\"drops\"", "name=\"drop\"");
        assertThat(isEnabled(id)).isTrue();
        Answer saved = change(id, Map.of("webhook[enabled]", "0", "drop", "1"));
        assertThat(saved.status()).isEqualTo(302);
        assertThat(isEnabled(id)).isFalse();
    }

    @Test
    void an_exchanged_key_pair_shows_the_new_public_key() {
        long id = webhook("standard", "project.created", ", \"signatureScheme\": \"ed25519\"");
        String before = publicKey(id);
        Answer asked = visitor.get(path(id) + "/rotate_secret");
        assertThat(asked.text()).contains("Rotate the key of").doesNotContain("name=\"secret\"");
        Answer done =
                visitor.post(
                        path(id) + "/rotate_secret",
                        Map.of("_csrf", Visitor.csrf(asked), "overlap", "P1D"));
        assertThat(publicKey(id)).isNotEqualTo(before);
        assertThat(done.text()).contains("value=\"" + publicKey(id) + "\"", "New key for");
    }

    @Test
    void the_form_lists_some_projects_and_finds_the_others() {
        String last = "Zz " + UUID.randomUUID();
        server.api().post("/api/v3/projects", "{\"name\":\"%s\"}".formatted(last));
        for (int i = 0; i < 51; i++) {
            server.api().post("/api/v3/projects", "{\"name\":\"Aa %02d\"}".formatted(i));
        }
        Answer form = visitor.get("/admin/settings/webhooks/new");
        assertThat(form.text()).contains("The first 50.").doesNotContain(last);
        assertThat(form.text().split("selected_project_ids").length - 1).isEqualTo(50);
        Answer found =
                visitor.post(
                        "/admin/settings/webhooks/new",
                        Map.of("_csrf", Visitor.csrf(form), "project_search", last.substring(3)));
        assertThat(found.text()).contains(last).doesNotContain("The first 50.", "Aa 01");
        assertThat(visitor.get("/admin/settings/events").text())
                .contains("Aa 01")
                .doesNotContain(last);
        assertThat(visitor.get("/admin/settings/events?project=" + last.substring(3)).text())
                .contains(last);
    }

    @Test
    void the_log_says_what_was_answered_when_a_row_is_opened() {
        receiver.on("/hooks", Reply.answer(503, "{\"error\":\"closed for lunch\"}"));
        long id = webhook("openproject", "project:created", "");
        Answer page = visitor.get(path(id));
        String to =
                visitor.post(path(id) + "/test", Map.of("_csrf", Visitor.csrf(page)))
                        .header("location")
                        .replaceAll(".*test=", "");
        String log = visitor.get(path(id)).text();
        assertThat(log)
                .contains("hx-get=\"" + path(id) + "/deliveries/" + to + "\"")
                .doesNotContain("closed for lunch");
        assertThat(visitor.get(path(id) + "/deliveries/" + to).text())
                .contains("box tried", "box answered", "closed for lunch");
    }

    @Test
    void redelivering_says_when_it_goes_out() {
        long id = webhook("openproject", "project:created", "");
        server.api().post("/api/v3/webhooks/%d/pause".formatted(id), "{}");
        server.api().post("/api/v3/projects", "{\"name\":\"Later\"}");
        String log = visitor.get(path(id) + "?state=waiting").text();
        Matcher row = Pattern.compile(path(id) + "/deliveries/(\\d+)/redeliver").matcher(log);
        assertThat(row.find()).as(log).isTrue();
        visitor.post(row.group(), Map.of("_csrf", Visitor.csrf(visitor.get(path(id)))));
        Answer delivery = visitor.get(path(id) + "/deliveries/" + row.group(1));
        assertThat(delivery.text())
                .contains("It goes out when " + name + " is resumed.")
                .contains("· Later", "None got this event");
    }

    @Test
    void the_log_is_filtered_by_the_words_of_its_column() {
        long id = webhook("openproject", "project:created", "");
        assertThat(visitor.get(path(id) + "?answer=refused").text())
                .contains("Nothing sent in this span.", "<option value=\"Refused\"")
                .doesNotContain("No such answer");
        assertThat(visitor.get(path(id) + "?answer=perhaps").text()).contains("No such answer");
    }

    @Test
    void what_is_set_is_said_in_the_form_and_can_be_removed() {
        long id =
                webhook(
                        "openproject",
                        "project:created",
                        ", \"secret\": \"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\","
                                + " \"headerName\": \"X-Key\", \"headerValue\": \"sesame\"");
        assertThat(visitor.get(path(id) + "/edit").text())
                .contains("A secret is set, of ", "A header value is set.", "Rotate secret…")
                .doesNotContain("Copy it now");
        change(id, Map.of("webhook[removed][]", "secret", "webhook[header_name]", "X-Key"));
        assertThat(visitor.get(path(id)).text()).contains("X-Key").doesNotContain("Secret of ");
        change(id, Map.of("webhook[removed][]", "header", "webhook[header_name]", "X-Key"));
        assertThat(visitor.get(path(id) + "/edit").text())
                .doesNotContain("A secret is set", "A header value is set");
    }

    @Test
    void an_event_of_other_applications_is_chosen_by_its_name() {
        Map<String, String> typed =
                Map.of(
                        "webhook[format]", "standard",
                        "webhook[events][]", "project.created",
                        "webhook[custom_event]", "custom.order.shipped");
        long id = webhook("standard", "project.created", "");
        assertThat(change(id, typed).status()).isEqualTo(302);
        assertThat(server.api().get("/api/v3/webhooks/" + id).at("/events").toString())
                .contains("custom.order.shipped", "project.created");
        var wrong = new LinkedHashMap<>(typed);
        wrong.put("webhook[custom_event]", "order shipped");
        assertThat(change(id, wrong).text())
                .contains("value=\"order shipped\"", "id=\"events_fault\"");
    }

    @Test
    void who_was_outrun_sees_what_differs_in_words() {
        long id = webhook("standard", "project.created", "");
        Answer stale =
                change(
                        id,
                        Map.of(
                                "webhook[lock_version]", "99",
                                "webhook[format]", "standard",
                                "webhook[events][]", "time_entry.created",
                                "webhook[content_mode]", "cloudevents-binary",
                                "webhook[secret]", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text())
                .contains("CloudEvents binary", "Time entries: ", "Projects: ", "Newly typed");
    }

    @Test
    void a_disabled_webhook_can_be_tested() {
        long id = webhook("openproject", "project:created", ", \"enabled\": false");
        assertThat(visitor.get(path(id)).text())
                .contains("action=\"" + path(id) + "/test\"", path(id) + "/explain");
    }

    private long webhook(String format, String event, String more) {
        return server.api()
                .post(
                        "/api/v3/webhooks",
                        """
                        {"name": "%s", "url": "%s", "format": "%s", "events": ["%s"],
                         "allProjects": true%s}
                        """
                                .formatted(name, receiver.url("/hooks"), format, event, more))
                .at("/id")
                .asLong();
    }

    private Answer change(long id, Map<String, String> more) {
        var form = new LinkedHashMap<String, String>();
        form.put("_csrf", Visitor.csrf(visitor.get(path(id) + "/edit")));
        form.put("_method", "patch");
        form.put("webhook[format]", "openproject");
        form.put("webhook[name]", name);
        form.put("webhook[url]", receiver.url("/hooks").toString());
        form.put("webhook[enabled]", "1");
        form.put("webhook[events][]", "project:created");
        form.put("webhook[concurrency]", "16");
        form.put("webhook[ordering]", "subject");
        form.putAll(more);
        return visitor.post(path(id), form);
    }

    private boolean isEnabled(long id) {
        return server.api().get("/api/v3/webhooks/" + id).at("/enabled").asBoolean();
    }

    private String publicKey(long id) {
        return server.api().get("/api/v3/webhooks/" + id).at("/publicKey").asString();
    }

    private static String path(long id) {
        return "/admin/settings/webhooks/" + id;
    }
}
