package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** What the form offers for the neutral format alone. */
@Tag("api")
class StandardFormTest {
    private static final String NEW = "/admin/settings/webhooks/new";

    private final RunningServer server = RunningServer.shared();
    private final Visitor visitor = new Visitor(server);
    private final String name = "Form " + UUID.randomUUID();

    @BeforeEach
    void signIn() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
    }

    @Test
    void the_choices_belong_to_the_neutral_format() {
        assertThat(visitor.get(NEW).text()).doesNotContain("webhook[content_mode]");
        Answer neutral = draft(Map.of());
        assertThat(neutral.text())
                .contains("webhook[signature_scheme]", "webhook[content_mode]", "webhook[payload]");
    }

    @Test
    void the_preview_shows_what_they_do() {
        assertThat(draft(Map.of("webhook[secret]", "s3cret")).text())
                .contains("application/json", ">v1,")
                .doesNotContain("ce-type");
        String binary =
                draft(
                                Map.of(
                                        "webhook[signature_scheme]",
                                        "ed25519",
                                        "webhook[content_mode]",
                                        "cloudevents-binary"))
                        .text();
        assertThat(binary).contains("ce-type", ">v1a,").doesNotContain("specversion&quot;");
        assertThat(draft(Map.of("webhook[content_mode]", "cloudevents-structured")).text())
                .contains("application/cloudevents+json", "datacontenttype");
        String thin = draft(Map.of("webhook[payload]", "thin")).text();
        assertThat(thin.length()).isLessThan(draft(Map.of()).text().length() - 1_000);
    }

    @Test
    void a_webhook_with_a_key_pair_shows_its_public_key() {
        Answer saved =
                send(
                        "/admin/settings/webhooks",
                        Map.of(
                                "webhook[signature_scheme]", "ed25519",
                                "webhook[content_mode]", "cloudevents-structured",
                                "webhook[payload]", "thin"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        var webhook =
                server.api()
                        .get(
                                "/api/v3/webhooks?pageSize=1000&sortBy=%5B%5B%22id%22,%22desc%22%5D%5D")
                        .at("/_embedded/elements")
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertThat(webhook.path("signatureScheme").asString()).isEqualTo("ed25519");
        assertThat(webhook.path("contentMode").asString()).isEqualTo("cloudevents-structured");
        assertThat(webhook.path("payload").asString()).isEqualTo("thin");
        String page = visitor.get("/admin/settings/webhooks/" + webhook.path("id")).text();
        assertThat(page)
                .contains(webhook.path("publicKey").asString())
                .contains("Standard Webhooks, CloudEvents structured, Ids and links only")
                .contains("Key pair of ");
        String form =
                visitor.get("/admin/settings/webhooks/" + webhook.path("id") + "/edit").text();
        assertThat(form)
                .containsPattern("value=\"ed25519\" checked")
                .containsPattern("value=\"cloudevents-structured\" checked")
                .containsPattern("value=\"thin\" checked");
    }

    private Answer draft(Map<String, String> more) {
        return send(NEW, more);
    }

    private Answer send(String path, Map<String, String> more) {
        var form = new LinkedHashMap<String, String>();
        form.put("_csrf", Visitor.csrf(visitor.get(NEW)));
        form.put("webhook[format]", "standard");
        form.put("webhook[name]", name);
        form.put("webhook[url]", "http://127.0.0.1:9000/");
        form.put("webhook[enabled]", "0");
        form.put("webhook[events][]", "time_entry.updated");
        form.put("webhook[concurrency]", "16");
        form.putAll(more);
        return visitor.post(path, form);
    }
}
