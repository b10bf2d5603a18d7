package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signatures;
import org.signalbox.testing.Received;
import org.signalbox.testing.Reply;
import org.signalbox.testing.Until;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one receiver got of the steps that {@link Writers} made, and whether that is what was
 * promised: no step missing, none appended twice, none before the one before it was taken, every
 * repetition with the same id, the same bytes and a good signature. A step that was taken comes
 * again only after a kill, if its being taken was not recorded yet. Safe for use by many threads.
 */
final class Ledger {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SLOW = Duration.ofMillis(200);

    private final Secret secret = new Secret(Hook.SECRET);
    private final Map<Long, Track> tracks = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Duration> repeated = new ArrayList<>();
    private final List<Long> kills = new ArrayList<>();
    private int arrivals;

    /** What is known of one subject. */
    private static final class Track {
        private final Map<Integer, Received> first = new HashMap<>();
        private final Map<Integer, Taken> taken = new HashMap<>();
        private int highestOfThisLife;
    }

    private record Taken(int life, long atNanos) {}

    /** What the receiver does with one request. */
    enum Mood {
        TAKE,
        TAKE_SLOWLY,
        REFUSE
    }

    /** A receiver's rule: notes each request and answers it in some mood. */
    Function<Received, Reply> answering(Supplier<Mood> moods) {
        return received -> {
            note(received);
            return switch (moods.get()) {
                case TAKE -> taking(received);
                case TAKE_SLOWLY ->
                        connection -> {
                            Thread.sleep(SLOW);
                            return taking(received).to(connection);
                        };
                case REFUSE -> Reply.answer(503);
            };
        };
    }

    /** Noted before the answer goes out: the next step may come the moment after. */
    private Reply taking(Received received) {
        return connection -> {
            take(received);
            return Reply.answer(200).to(connection);
        };
    }

    private synchronized void note(Received received) {
        arrivals++;
        long subject = subject(received);
        int step = step(received);
        String where = "subject " + subject + " step " + step + ": ";
        Track track = tracks.computeIfAbsent(subject, _ -> new Track());
        Received known = track.first.putIfAbsent(step, received);
        check(isSigned(received), where + "the signature is wrong");
        check(known == null || sameId(known, received), where + "was appended twice");
        check(known == null || known.text().equals(received.text()), where + "other bytes");
        check(step == 1 || track.taken.containsKey(step - 1), where + "overtook the one before");
        check(step >= track.highestOfThisLife, where + "came after a later one");
        track.highestOfThisLife = Math.max(track.highestOfThisLife, step);
        Taken before = track.taken.get(step);
        if (before != null) {
            check(before.life < kills.size(), where + "came again although it was taken");
            if (before.life < kills.size()) {
                repeated.add(Duration.ofNanos(kills.get(before.life) - before.atNanos));
            }
        }
    }

    private synchronized void take(Received received) {
        Track track = tracks.get(subject(received));
        if (track != null) {
            track.taken.put(step(received), new Taken(kills.size(), System.nanoTime()));
        }
    }

    private void check(boolean good, String fault) {
        if (!good) {
            faults.add(fault + (kills.isEmpty() ? "" : ", after kill " + kills.size()));
        }
    }

    private static boolean sameId(Received one, Received other) {
        return one.header("webhook-id").equals(other.header("webhook-id"));
    }

    private boolean isSigned(Received received) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(received.header("webhook-timestamp")));
        String expected =
                Signatures.standard(
                        received.header("webhook-id"), at, received.body(), List.of(secret));
        return expected.equals(received.header("webhook-signature"));
    }

    private static long subject(Received received) {
        return JSON.readTree(received.body()).at("/data/subject").asLong();
    }

    private static int step(Received received) {
        return JSON.readTree(received.body()).at("/data/step").asInt();
    }

    /** The server was killed at this moment, and everything that it had sent was read. */
    synchronized void killed(long atNanos) {
        kills.add(atNanos);
        tracks.values().forEach(track -> track.highestOfThisLife = 0);
    }

    /** How many requests came. */
    synchronized int arrivals() {
        return arrivals;
    }

    /** For each repetition of a step that was taken, how long before the kill that had been. */
    synchronized List<Duration> repeated() {
        return List.copyOf(repeated);
    }

    /** Waits until all these steps were taken, and sees that everything was as promised. */
    void assertComplete(Map<Long, Integer> steps, Duration patience) {
        Until.within(patience, () -> missing(steps), Set::isEmpty);
        synchronized (this) {
            assertThat(faults).isEmpty();
            tracks.forEach((subject, track) ->
                    assertThat(track.first)
                            .as("what nobody asked for, of subject %d", subject)
                            .hasSize(steps.getOrDefault(subject, 0)));
        }
    }

    private synchronized Set<String> missing(Map<Long, Integer> steps) {
        var missing = new HashSet<String>();
        steps.forEach((subject, last) -> {
            Track track = tracks.getOrDefault(subject, new Track());
            for (int step = 1; step <= last; step++) {
                if (!track.taken.containsKey(step)) {
                    missing.add(subject + "/" + step);
                }
            }
        });
        return missing;
    }
}
