package org.signalbox.admin;

import java.util.function.Function;
import org.signalbox.webhook.ContentMode;
import org.signalbox.webhook.Packaging;
import org.signalbox.webhook.Payload;
import org.signalbox.webhook.SignatureScheme;
import org.signalbox.webhook.Webhook;

/** What only the neutral format leaves to choose, as the form has it; empty for another format. */
record FormOptions(String signatureScheme, String contentMode, String payload) {

    /** What a new webhook has. */
    static final FormOptions DEFAULT =
            of(SignatureScheme.HMAC, new Packaging(ContentMode.STANDARD, Payload.FULL));

    static FormOptions of(Webhook webhook) {
        return of(webhook.signatureScheme(), webhook.subscription().packaging());
    }

    private static FormOptions of(SignatureScheme scheme, Packaging packaging) {
        return new FormOptions(scheme.word(), packaging.mode().word(), packaging.payload().word());
    }

    /**
     * @param field gives the value of a field by its name
     */
    static FormOptions sent(Function<String, String> field) {
        return new FormOptions(
                field.apply("signature_scheme"),
                field.apply("content_mode"),
                field.apply("payload"));
    }

    /** The same with the default for what was not sent. */
    FormOptions complete() {
        return new FormOptions(
                orElse(signatureScheme, DEFAULT.signatureScheme),
                orElse(contentMode, DEFAULT.contentMode),
                orElse(payload, DEFAULT.payload));
    }

    private static String orElse(String word, String other) {
        return word.isEmpty() ? other : word;
    }

    boolean isKeyPair() {
        return signatureScheme.equals(SignatureScheme.ED25519.word());
    }

    Packaging packaging() {
        return new Packaging(
                ContentMode.named(contentMode).orElse(ContentMode.STANDARD),
                Payload.named(payload).orElse(Payload.FULL));
    }
}
