package org.signalbox.webhook;

import static org.signalbox.webhook.WebhookHal.SECRET;
import static org.signalbox.webhook.WebhookHal.SIGNATURE_SCHEME;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Input;
import org.signalbox.hal.Problems;
import org.signalbox.hal.Refusal;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signer;
import org.signalbox.sender.SigningKey;
import org.springframework.stereotype.Component;

/**
 * What a webhook is signed with. A secret that is written takes the place of the one before at
 * once; another scheme signs beside the one before for a while, as after a rotation, since nobody
 * can verify it before they know its key.
 */
@Component
final class SignatureRules {
    /** How long what signed before goes on, unless somebody asks for another time. */
    static final Duration OVERLAP_DEFAULT = Duration.ofDays(1);

    private final RandomGenerator random;

    SignatureRules(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What was asked for.
     *
     * @param text a secret or a key; null to have one made
     */
    record Choice(SignatureScheme scheme, @Nullable String text) {}

    /** What the webhook signs with after this write; what is wrong with it goes to the problems. */
    List<SigningSecret> applied(Input input, Webhook current, String format, Instant now) {
        List<SigningSecret> kept = current.secrets();
        String text = textOrNull(input.get(SECRET));
        String word = input.get(SIGNATURE_SCHEME);
        boolean removed = input.has(SECRET) && text == null;
        if (word == null && text == null) {
            checkKept(input, removed ? List.of() : kept, format);
            return removed ? List.of() : kept;
        }
        var choice = choice(word, text, current, format, input.problems());
        if (choice.isEmpty()) {
            return kept;
        }
        SignatureScheme scheme = choice.get().scheme();
        boolean switched = scheme != current.signatureScheme();
        if (text != null || (switched && scheme == SignatureScheme.ED25519)) {
            return set(kept, signer(choice.get()), switched, now);
        }
        if (switched && !removed) {
            input.problems().add(SECRET, "can't be blank");
        }
        return scheme == SignatureScheme.HMAC && removed ? List.of() : kept;
    }

    private static List<SigningSecret> set(
            List<SigningSecret> kept, Signer signer, boolean switched, Instant now) {
        return SigningSecret.rotated(switched ? kept : List.of(), signer, now, OVERLAP_DEFAULT);
    }

    /** The format may have become another one. */
    private static void checkKept(Input input, List<SigningSecret> kept, String format) {
        kept.stream()
                .filter(secret -> secret.until() == null)
                .flatMap(secret -> problem(SignatureScheme.of(secret.signer()), format).stream())
                .forEach(input.problems()::add);
    }

    /**
     * What is meant by a scheme, a text, or both; nothing if that cannot be.
     *
     * @param word the scheme; null for the one that the text is of, or the current one
     */
    static Optional<Choice> choice(
            @Nullable String word,
            @Nullable String text,
            Webhook current,
            String format,
            Problems problems) {
        var scheme =
                word == null
                        ? Optional.of(implied(text, current, format))
                        : SignatureScheme.named(word);
        if (scheme.isEmpty()) {
            problems.add(
                    new Refusal.Invalid(
                            SIGNATURE_SCHEME.name(),
                            "Signature scheme must be one of hmac, ed25519."));
            return Optional.empty();
        }
        var misplaced = problem(scheme.get(), format);
        var malformed = text == null ? Optional.<String>empty() : scheme.get().problem(text);
        misplaced.ifPresent(problems::add);
        malformed.ifPresent(problem -> problems.add(SECRET, problem));
        return misplaced.isPresent() || malformed.isPresent()
                ? Optional.empty()
                : Optional.of(new Choice(scheme.get(), text));
    }

    private static SignatureScheme implied(@Nullable String text, Webhook current, String format) {
        if (text == null) {
            return current.signatureScheme();
        }
        boolean key = format.equals(Formats.NEUTRAL) && SigningKey.isMeant(text);
        return key ? SignatureScheme.ED25519 : SignatureScheme.HMAC;
    }

    /** Why webhooks of this format cannot be signed so. */
    private static Optional<Refusal.Invalid> problem(SignatureScheme scheme, String format) {
        return scheme == SignatureScheme.ED25519 && !format.equals(Formats.NEUTRAL)
                ? Optional.of(
                        new Refusal.Invalid(
                                SIGNATURE_SCHEME.name(),
                                "Only webhooks of the format standard are signed with ed25519. In"
                                        + " the format %s, use hmac and a secret."
                                                .formatted(format)))
                : Optional.empty();
    }

    static void check(Signer signer, String format) {
        problem(SignatureScheme.of(signer), format)
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /** Made of the text, or by chance. */
    Signer signer(Choice choice) {
        String text = choice.text();
        if (text != null) {
            return choice.scheme().signer(text);
        }
        return switch (choice.scheme()) {
            case HMAC -> Secret.generate(random);
            case ED25519 -> SigningKey.generate(random);
        };
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
