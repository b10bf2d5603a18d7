package org.signalbox.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.signalbox.account.Actor;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import org.signalbox.sender.Secret;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges the secret of a webhook: {@code {"secret"?: "…", "overlap"?: "P1D"}}. */
@Component
final class SecretRotation {
    private static final Duration OVERLAP_DEFAULT = Duration.ofDays(1);

    private static final Attribute<Object, String> SECRET = write("secret", Types.STRING);
    private static final Attribute<Object, Duration> OVERLAP = write("overlap", Types.DURATION);
    static final Description<Object> ROTATION =
            Description.of("SecretRotation").with(SECRET, OVERLAP);

    private final Webhooks webhooks;
    private final RandomGenerator random;

    SecretRotation(Webhooks webhooks, RandomGenerator random) {
        this.webhooks = webhooks;
        this.random = random;
    }

    /** The new secret if it was made here, because nobody else knows it yet. */
    Optional<Secret> rotate(Actor actor, long id, ObjectNode body) {
        actor.requireAdmin();
        var input = ROTATION.creation(body);
        String sent = input.get(SECRET);
        if (sent != null) {
            Secret.problem(sent).ifPresent(problem -> input.problems().add(SECRET, problem));
        }
        input.check();
        Secret secret = sent == null ? Secret.generate(random) : new Secret(sent);
        webhooks.rotateSecret(actor, id, secret, input.or(OVERLAP, OVERLAP_DEFAULT));
        return sent == null ? Optional.of(secret) : Optional.empty();
    }

    private static <V> Attribute<Object, V> write(String name, Type<V> type) {
        return Attribute.<Object, V>of(name, type, _ -> null).writable();
    }
}
