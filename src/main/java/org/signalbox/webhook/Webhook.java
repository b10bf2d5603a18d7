package org.signalbox.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.sender.Header;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signer;
import org.signalbox.sender.SigningKey;

/**
 * A subscription of one receiver.
 *
 * @param url where requests go, exactly as it was entered
 * @param concurrency how many requests may be under way at once
 * @param maxPerSecond null for no limit
 * @param header sent with each request besides the usual ones
 * @param mainEntityOnly whether events are wanted only of what was changed itself; of other things
 *     there are none here anyway
 * @param aggregationMinutes for how long changes of one person to one subject are held back, to go
 *     out as one; 0 for not at all, as in formats that know no aggregation
 * @param secrets newest first; after a rotation more than one
 * @param subscriptions what it wanted and since when, oldest first; the last one holds now
 * @param lockVersion grows by one with each change
 * @param createdBy the user who created it; null if that is not known
 * @param changedBy the user who changed it last; null when nobody did
 */
public record Webhook(
        long id,
        String name,
        String description,
        String url,
        Ordering ordering,
        int concurrency,
        @Nullable Integer maxPerSecond,
        @Nullable Header header,
        boolean mainEntityOnly,
        int aggregationMinutes,
        List<SigningSecret> secrets,
        List<Subscription> subscriptions,
        Instant createdAt,
        Instant updatedAt,
        long lockVersion,
        @Nullable Long createdBy,
        @Nullable Long changedBy) {

    static final int CONCURRENCY_DEFAULT = 16;

    public Webhook {
        secrets = List.copyOf(secrets);
        subscriptions = List.copyOf(subscriptions);
    }

    /** What it wants now. */
    public Subscription subscription() {
        return subscriptions.getLast();
    }

    /** What it wanted when that event happened; nothing if it did not exist yet. */
    public Optional<Subscription> subscriptionAt(long sequence) {
        for (Subscription subscription : subscriptions.reversed()) {
            if (subscription.after() < sequence) {
                return Optional.of(subscription);
            }
        }
        return Optional.empty();
    }

    /** Events up to this sequence were before its time. */
    public long after() {
        return subscriptions.getFirst().after();
    }

    public boolean enabled() {
        return subscription().enabled();
    }

    /** Its subscription when it was switched off last; what it wants now while it is on. */
    public Subscription switchedOff() {
        Subscription first = subscription();
        for (Subscription version : subscriptions.reversed()) {
            if (version.enabled()) {
                return first;
            }
            first = version;
        }
        return first;
    }

    /** The id of its format. */
    public String format() {
        return subscription().format();
    }

    /** What a request of that moment is signed with, newest first. */
    public List<Signer> signersAt(Instant moment) {
        return secrets.stream()
                .filter(secret -> secret.signsAt(moment))
                .map(SigningSecret::signer)
                .toList();
    }

    /** Those among them that are shared secrets. */
    public List<Secret> secretsAt(Instant moment) {
        return signersAt(moment).stream()
                .filter(Secret.class::isInstance)
                .map(Secret.class::cast)
                .toList();
    }

    private Optional<SigningSecret> currentSecret() {
        return secrets.stream().filter(secret -> secret.until() == null).findFirst();
    }

    /** When the current secret was set; null without one. */
    public @Nullable Instant secretSince() {
        return currentSecret().map(SigningSecret::since).orElse(null);
    }

    public SignatureScheme signatureScheme() {
        return currentSecret()
                .map(SigningSecret::signer)
                .map(SignatureScheme::of)
                .orElse(SignatureScheme.HMAC);
    }

    /** What receivers verify with; none while a secret signs. */
    public Optional<String> publicKey() {
        return currentSecret()
                .map(SigningSecret::signer)
                .filter(SigningKey.class::isInstance)
                .map(SigningKey.class::cast)
                .map(SigningKey::publicKey);
    }

    Webhook with(List<SigningSecret> theirSecrets, List<Subscription> theirSubscriptions) {
        return new Webhook(
                id,
                name,
                description,
                url,
                ordering,
                concurrency,
                maxPerSecond,
                header,
                mainEntityOnly,
                aggregationMinutes,
                theirSecrets,
                theirSubscriptions,
                createdAt,
                updatedAt,
                lockVersion,
                createdBy,
                changedBy);
    }

    /** Whether the other is the same but for secrets and subscriptions. */
    boolean sameSettings(Webhook other) {
        return settings().equals(other.settings());
    }

    private Webhook settings() {
        return new Webhook(
                id,
                name,
                description,
                url,
                ordering,
                concurrency,
                maxPerSecond,
                header,
                mainEntityOnly,
                aggregationMinutes,
                List.of(),
                List.of(),
                createdAt,
                createdAt,
                0,
                null,
                null);
    }
}
