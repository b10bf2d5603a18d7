package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Attempts, summed up: by webhook and quarter of an hour, and all together by the minute. Not safe
 * for use by several threads.
 */
final class Sums {
    static final Duration QUARTER = Duration.ofMinutes(15);
    static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<Key, Counts> quarters = new HashMap<>();
    private final Map<Instant, Counts> minutes = new HashMap<>();

    /** The attempts at a webhook that began in the quarter of an hour from {@code start} on. */
    record Key(long webhookId, Instant start) {}

    void add(Attempted one) {
        Instant at = one.attempt().startedAt();
        quarter(new Key(one.webhookId(), floor(at, QUARTER))).add(one);
        minute(floor(at, MINUTE)).add(one);
    }

    void addAll(Sums others) {
        others.quarters.forEach((key, counts) -> quarter(key).addAll(counts));
        others.minutes.forEach((start, counts) -> minute(start).addAll(counts));
    }

    /** Forgets what the others know nothing of. */
    void keepOnly(Sums others) {
        quarters.keySet().retainAll(others.quarters.keySet());
        minutes.keySet().retainAll(others.minutes.keySet());
    }

    Counts quarter(Key key) {
        return quarters.computeIfAbsent(key, _ -> new Counts());
    }

    Counts minute(Instant start) {
        return minutes.computeIfAbsent(start, _ -> new Counts());
    }

    Map<Key, Counts> quarters() {
        return quarters;
    }

    Map<Instant, Counts> minutes() {
        return minutes;
    }

    boolean isEmpty() {
        return minutes.isEmpty();
    }

    /** When the span that the moment lies in began; spans follow each other since 1970. */
    static Instant floor(Instant moment, Duration span) {
        long seconds = moment.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, span.toSeconds()));
    }
}
