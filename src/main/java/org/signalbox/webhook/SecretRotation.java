package org.signalbox.webhook;

import java.time.Duration;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Exchanges what a webhook signs with: {@code {"secret"?: "…", "signatureScheme"?: "ed25519",
 * "overlap"?: "P1D"}}.
 */
@Component
public final class SecretRotation {
    private static final Attribute<Object, String> SECRET = write("secret", Types.STRING);
    private static final Attribute<Object, String> SCHEME = write("signatureScheme", Types.STRING);
    private static final Attribute<Object, Duration> OVERLAP = write("overlap", Types.DURATION);
    static final Description<Object> ROTATION =
            Description.of("SecretRotation").with(SECRET, SCHEME, OVERLAP);

    private final Webhooks webhooks;
    private final SignatureRules rules;

    SecretRotation(Webhooks webhooks, SignatureRules rules) {
        this.webhooks = webhooks;
        this.rules = rules;
    }

    /** The new secret if it was made here and somebody else has to know it. */
    public Optional<Secret> rotate(Actor actor, long id, ObjectNode body) {
        actor.requireAdmin();
        Webhook webhook = webhooks.find(id).orElseThrow(Refusal.NotFound::new);
        var input = ROTATION.creation(body);
        String sent = input.get(SECRET);
        var choice =
                SignatureRules.choice(
                        input.get(SCHEME), sent, webhook, webhook.format(), input.problems());
        input.check();
        Signer signer = rules.signer(choice.orElseThrow());
        webhooks.rotateSecret(actor, id, signer, input.or(OVERLAP, SignatureRules.OVERLAP_DEFAULT));
        return sent == null && signer instanceof Secret made ? Optional.of(made) : Optional.empty();
    }

    private static <V> Attribute<Object, V> write(String name, Type<V> type) {
        return Attribute.<Object, V>of(name, type, _ -> null).writable();
    }
}
