package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A receiver with moods, and with deliveries that it never takes. */
final class SimulatedReceiver {
    private static final List<Mood> MOODS = List.of(Mood.values());
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RandomGenerator chance;
    private final Set<Long> poison = new HashSet<>();
    private final Set<Long> broken = new HashSet<>();
    private final Set<Long> unwanted = new HashSet<>();
    private Mood mood = Mood.WELL;
    private Instant nextMood = Instant.EPOCH;

    /** How it feels for the next minutes or hours. */
    private enum Mood {
        WELL,
        SLOW,
        /** Refuses, or does not answer at all. */
        DEAD,
        /** Well for some minutes, dead for some. */
        FLAPPING,
        /** Takes every other one. */
        MOODY,
        /** Too many requests, with and without saying when to come again. */
        LIMITING,
        /** Not available, and says for how long. */
        AWAY,
        /** Takes everything, but so late that the sender has given up the attempt. */
        LATE,
        /** Mostly dead, and some day it wants no more. */
        LEAVING
    }

    /**
     * What comes of a request.
     *
     * @param taken whether the receiver has it, whatever the sender believes
     */
    record Answer(Duration after, Result result, boolean taken) {}

    SimulatedReceiver(RandomGenerator chance) {
        this.chance = chance;
    }

    /** It is in a new mood from time to time. */
    void live(Instant now) {
        if (!nextMood.isAfter(now)) {
            nextMood = now.plusSeconds(60 + chance.nextInt(8 * 3_600));
            mood = chance.nextInt(3) == 0 ? Mood.WELL : MOODS.get(chance.nextInt(MOODS.size()));
        }
    }

    /** From now on it is well. */
    void recover() {
        mood = Mood.WELL;
    }

    /**
     * Now and then there is something that it never takes, or that cannot even be rendered, or that
     * turns out not to be wanted.
     */
    void maybePoison(long sequence) {
        switch (chance.nextInt(400)) {
            case 0, 1 -> poison.add(sequence);
            case 2 -> broken.add(sequence);
            case 3 -> unwanted.add(sequence);
            default -> {}
        }
    }

    boolean neverTakes(long sequence) {
        return poison.contains(sequence) || broken.contains(sequence);
    }

    /** A person helps with what it never took. */
    void heal() {
        poison.clear();
    }

    Answer answer(long sequence, Instant now) {
        if (broken.contains(sequence)) {
            return new Answer(Duration.ZERO, new Result.Unsendable(), false);
        }
        if (unwanted.contains(sequence)) {
            return new Answer(Duration.ZERO, new Result.Unwanted(), false);
        }
        if (poison.contains(sequence)) {
            return refused(null);
        }
        return switch (mood) {
            case WELL -> taken();
            case SLOW -> new Answer(TIMEOUT.minusSeconds(2), new Result.Success(), true);
            case DEAD -> dead();
            case FLAPPING -> now.getEpochSecond() / 400 % 2 == 0 ? taken() : dead();
            case MOODY -> chance.nextBoolean() ? taken() : dead();
            case LIMITING ->
                    switch (chance.nextInt(4)) {
                        case 0 -> refused(Duration.ofSeconds(chance.nextInt(300)));
                        case 1 -> refused(null);
                        default -> taken();
                    };
            case AWAY -> refused(Duration.ofMinutes(chance.nextInt(3_000)));
            case LATE -> new Answer(TIMEOUT, new Result.Failure(null), true);
            case LEAVING ->
                    chance.nextInt(20) == 0
                            ? new Answer(quick(), new Result.Gone(), false)
                            : dead();
        };
    }

    private Answer taken() {
        return new Answer(quick(), new Result.Success(), true);
    }

    private Answer refused(@Nullable Duration retryAfter) {
        return new Answer(quick(), new Result.Failure(retryAfter), false);
    }

    private Answer dead() {
        Duration after = chance.nextBoolean() ? TIMEOUT : quick();
        return new Answer(after, new Result.Failure(null), false);
    }

    private Duration quick() {
        return Duration.ofMillis(1 + chance.nextInt(500));
    }

    @Override
    public String toString() {
        return mood.toString();
    }
}
