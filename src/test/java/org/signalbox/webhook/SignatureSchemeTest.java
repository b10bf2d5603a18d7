package org.signalbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signer;
import org.signalbox.sender.SigningKey;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;

/** How webhooks of the neutral format are signed, and how that changes. */
@Tag("api")
class SignatureSchemeTest {
    private static final String KEY =
            "whsk_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8DoQe/884Qvh1w3RjnS8CZZ+TWMJulDV8d3IZkElUxuA==";
    private static final String PUBLIC_KEY = "whpk_A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();

    @Test
    void by_default_a_secret_signs_if_there_is_one() {
        Answer created = create("");
        assertThat(created.at("/signatureScheme").asString()).isEqualTo("hmac");
        assertThat(created.at("/publicKey").isNull()).isTrue();
        assertThat(created.at("/hasSecret").asBoolean()).isFalse();
        assertThat(created.at("/contentMode").asString()).isEqualTo("standard");
        assertThat(created.at("/payload").asString()).isEqualTo("full");
    }

    @Test
    void a_key_pair_is_made_and_only_its_public_key_shown() {
        Answer created = create(", \"signatureScheme\": \"ed25519\"");
        assertThat(created.at("/signatureScheme").asString()).isEqualTo("ed25519");
        assertThat(created.at("/publicKey").asString()).matches("whpk_[A-Za-z0-9+/]{43}=");
        assertThat(created.at("/hasSecret").asBoolean()).isTrue();
        assertThat(created.text()).doesNotContain("whsk_");
        SigningKey key = (SigningKey) signers(created.id()).getFirst();
        assertThat(key.publicKey()).isEqualTo(created.at("/publicKey").asString());
        assertThat(create(", \"signatureScheme\": \"ed25519\"").at("/publicKey"))
                .isNotEqualTo(created.at("/publicKey"));
        assertThat(patch(created.id(), created.text()).body()).isEqualTo(created.body());
    }

    @Test
    void a_key_pair_may_be_brought_along() {
        Answer created = create(", \"secret\": \"%s\"".formatted(KEY));
        assertThat(created.at("/signatureScheme").asString()).isEqualTo("ed25519");
        assertThat(created.at("/publicKey").asString()).isEqualTo(PUBLIC_KEY);
        assertThat(created.text()).doesNotContain(KEY);
    }

    @Test
    void private_keys_are_not_readable_in_the_database() {
        long id = create(", \"secret\": \"%s\"".formatted(KEY)).id();
        String kept =
                server.bean(Database.class)
                        .read(view ->
                                view.sql("select secret from webhook_secret where webhook_id = :id")
                                        .param("id", id)
                                        .query((row, _) -> row.getString(1))
                                        .single());
        assertThat(kept).doesNotContain("whsk_").doesNotContain(KEY.substring(5, 40));
        Webhook stored =
                server.bean(Database.class).read(server.bean(WebhookStore.class)::all).stream()
                        .filter(one -> one.id() == id)
                        .findFirst()
                        .orElseThrow();
        assertThat(stored).isEqualTo(server.bean(Webhooks.class).find(id).orElseThrow());
        assertThat(stored.publicKey()).hasValue(PUBLIC_KEY);
    }

    @Test
    void another_scheme_signs_beside_the_one_before_for_a_day() {
        long id = create(", \"secret\": \"s3cret\"").id();
        Answer changed = patch(id, "{\"signatureScheme\": \"ed25519\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(signers(id)).hasSize(2).last().isEqualTo(new Secret("s3cret"));
        assertThat(signers(id)).first().isInstanceOf(SigningKey.class);
        assertThat(signersOfTomorrow(id)).hasSize(1).first().isInstanceOf(SigningKey.class);

        Answer without = patch(id, "{\"signatureScheme\": \"hmac\"}");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.at("/_embedded/details/attribute").asString()).isEqualTo("secret");
        Answer back = patch(id, "{\"signatureScheme\": \"hmac\", \"secret\": \"other\"}");
        assertThat(back.at("/signatureScheme").asString()).isEqualTo("hmac");
        assertThat(back.at("/publicKey").isNull()).isTrue();
        assertThat(signers(id)).hasSize(3).first().isEqualTo(new Secret("other"));
        assertThat(signersOfTomorrow(id)).containsExactly(new Secret("other"));
        assertThat(patch(id, "{\"secret\": null}").at("/hasSecret").asBoolean()).isFalse();
        assertThat(signers(id)).isEmpty();
    }

    @Test
    void a_rotation_keeps_the_scheme_or_changes_it() {
        long id = create(", \"signatureScheme\": \"ed25519\"").id();
        String first = api.get("/api/v3/webhooks/" + id).at("/publicKey").asString();
        Answer rotated = rotate(id, "{}");
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(rotated.at("/publicKey").asString()).startsWith("whpk_").isNotEqualTo(first);
        assertThat(rotated.at("/secret").isMissingNode()).isTrue();
        assertThat(signers(id)).hasSize(2);

        Answer shared = rotate(id, "{\"signatureScheme\": \"hmac\", \"overlap\": \"PT1H\"}");
        assertThat(shared.at("/signatureScheme").asString()).isEqualTo("hmac");
        assertThat(shared.at("/secret").asString()).startsWith("whsec_");
        assertThat(signers(id)).hasSize(3);

        Answer own = rotate(id, "{\"secret\": \"%s\", \"overlap\": \"PT0S\"}".formatted(KEY));
        assertThat(own.at("/publicKey").asString()).isEqualTo(PUBLIC_KEY);
        assertThat(signers(id)).containsExactly(new SigningKey(KEY));
    }

    @Test
    void only_the_neutral_format_is_signed_with_key_pairs() {
        long id = create(", \"signatureScheme\": \"ed25519\"").id();
        String other = "{\"format\": \"openproject\", \"events\": [\"project:created\"]%s}";
        Answer refused = patch(id, other.formatted(""));
        assertThat(refused.at("/_embedded/details/attribute").asString())
                .isEqualTo("signatureScheme");
        Answer taken = patch(id, other.formatted(", \"secret\": \"s3cret\""));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.at("/signatureScheme").isMissingNode()).isTrue();
        assertThat(taken.at("/publicKey").isMissingNode()).isTrue();
        Answer rotated = rotate(id, "{\"signatureScheme\": \"ed25519\"}");
        assertThat(rotated.status()).isEqualTo(422);
        assertThat(rotated.at("/_embedded/details/attribute").asString())
                .isEqualTo("signatureScheme");
    }

    @Test
    void another_format_has_no_packaging() {
        long id = create(", \"contentMode\": \"cloudevents-binary\", \"payload\": \"thin\"").id();
        Answer shown = api.get("/api/v3/webhooks/" + id);
        assertThat(shown.at("/contentMode").asString()).isEqualTo("cloudevents-binary");
        assertThat(shown.at("/payload").asString()).isEqualTo("thin");
        Answer changed =
                patch(id, "{\"format\": \"openproject\", \"events\": [\"project:created\"]}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/contentMode").isMissingNode()).isTrue();
        Answer back = patch(id, "{\"format\": \"standard\", \"events\": [\"*\"]}");
        assertThat(back.at("/contentMode").asString()).isEqualTo("standard");
        assertThat(back.at("/payload").asString()).isEqualTo("full");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "signatureScheme": "rsa"                  | signatureScheme | Signature scheme must be one of hmac, ed25519.
                    "signatureScheme": null                   | signatureScheme | Signature scheme can't be blank.
                    "signatureScheme": "ed25519", FOREIGN     | signatureScheme | Only webhooks of the format standard are signed with ed25519. In the format openproject, use hmac and a secret.
                    "secret": "whsk_AAEC", FOREIGN            | secret          | Secret is a key of Ed25519, with which hmac cannot sign.
                    "secret": "whsk_AAEC"                     | secret          | Secret must be a key of Ed25519: whsk_ and in base64 the 32 bytes of the private key and the 32 bytes of the public key.
                    "signatureScheme": "ed25519", "secret": "plain" | secret    | Secret must be a key of Ed25519: whsk_ and in base64 the 32 bytes of the private key and the 32 bytes of the public key.
                    "contentMode": "xml"                      | contentMode     | Content mode must be one of standard, cloudevents-binary, cloudevents-structured.
                    "contentMode": "cloudevents-binary", FOREIGN | contentMode  | Content mode can be chosen in the format standard only.
                    "payload": "fat"                          | payload         | Payload must be one of full, thin.
                    "payload": "thin", FOREIGN                | payload         | Payload can be chosen in the format standard only.
                    "publicKey": "whpk_AAEC"                  | publicKey       | Public key was attempted to be written but is not writable.
                    "headerName": "ce-id", "headerValue": "x" | headerName      | The header ce-id is set by Signalbox.
                    """)
    void what_does_not_fit_is_refused_by_name_and_reason(
            String attributes, String named, String reason) {
        String foreign = "\"format\": \"openproject\", \"events\": [\"project:created\"]";
        Answer refused = post(", " + attributes.replace("FOREIGN", foreign));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/message").asString()).isEqualTo(reason);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo(named);
    }

    private List<Signer> signers(long id) {
        return server.bean(Webhooks.class).find(id).orElseThrow().signersAt(Instant.now());
    }

    private List<Signer> signersOfTomorrow(long id) {
        Instant tomorrow = Instant.now().plusSeconds(86_500);
        return server.bean(Webhooks.class).find(id).orElseThrow().signersAt(tomorrow);
    }

    private Answer create(String more) {
        Answer created = post(more);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }

    /** A later attribute wins over an earlier one of the same name. */
    private Answer post(String more) {
        return api.post(
                "/api/v3/webhooks",
                """
                {"name": "Scheme %s", "url": "http://127.0.0.1:9000/",
                 "format": "standard", "events": ["*"], "enabled": false%s}\
                """
                        .formatted(UUID.randomUUID(), more));
    }

    private Answer patch(long id, String json) {
        return api.patch("/api/v3/webhooks/" + id, json);
    }

    private Answer rotate(long id, String json) {
        return api.post("/api/v3/webhooks/" + id + "/rotate_secret", json);
    }
}
