package org.signalbox.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signer;
import org.signalbox.sender.SigningKey;

/** What the signatures of a webhook are made with. */
public enum SignatureScheme {
    /** A secret that both sides know: {@code v1}. */
    HMAC,
    /** A key pair whose private half stays here: {@code v1a}. */
    ED25519;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SignatureScheme> named(String word) {
        return Stream.of(values()).filter(scheme -> scheme.word().equals(word)).findFirst();
    }

    static SignatureScheme of(Signer signer) {
        return switch (signer) {
            case Secret _ -> HMAC;
            case SigningKey _ -> ED25519;
        };
    }

    /** What is wrong with this text in this scheme, as the end of a sentence. */
    Optional<String> problem(String text) {
        return switch (this) {
            case HMAC ->
                    SigningKey.isMeant(text)
                            ? Optional.of("is a key of Ed25519, with which hmac cannot sign")
                            : Secret.problem(text);
            case ED25519 -> SigningKey.problem(text);
        };
    }

    Signer signer(String text) {
        return switch (this) {
            case HMAC -> new Secret(text);
            case ED25519 -> new SigningKey(text);
        };
    }
}
