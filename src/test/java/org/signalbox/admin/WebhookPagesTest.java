package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api.Answer;
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
