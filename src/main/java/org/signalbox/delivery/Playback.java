package org.signalbox.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneChanges.Follow;
import org.signalbox.delivery.LaneState.Replay;

/**
 * Which part of the log goes out again. Left out is what goes out anyway: what the live track has
 * in its window or set aside, and what it has not read yet.
 */
final class Playback {
    private final Track live;
    private final Track again;

    /** What came into the live window since the replay was asked for, or was there then. */
    private final Set<Long> comesAnyway = new HashSet<>();

    /** All that was set aside when the replay was asked for must be in the store first. */
    private final Question question;

    private long until;

    Playback(Track live, Track again, Journal journal, @Nullable Replay begun) {
        this.live = live;
        this.again = again;
        this.question = new Question('\u0001', journal);
        this.until = begun == null ? 0 : begun.until();
    }

    /** Joins what is asked for with a replay that is still under way. */
    void begin(Replay range) {
        boolean reading = isReading();
        boolean done = !reading && again.windowSize() == 0;
        long end = Math.min(range.until(), live.readUpTo());
        again.rewind(reading ? Math.min(range.cursor(), again.readUpTo()) : range.cursor());
        until = done ? end : Math.max(until, end);
        comesAnyway.addAll(live.sequencesInWindow());
        question.ask();
    }

    /** Whether this was the answer to a question of its own. */
    boolean settles(Follow asked) {
        return question.settles(asked);
    }

    /** What is to be read now, of so many events at most; null for nothing. */
    @Nullable Replay toRead(int room) {
        long from = again.readUpTo();
        long end = Math.min(readable(), from + room);
        return from < end ? new Replay(from, end) : null;
    }

    private long readable() {
        return question.isOpen() ? 0 : Math.min(until, live.readUpTo());
    }

    /** Whether this is still to be read, although other things happened since it was asked for. */
    boolean isNext(Replay read) {
        return read.cursor() == again.readUpTo() && read.until() <= readable();
    }

    /** The live track takes this. */
    void passes(Wanted event) {
        if (!event.over() && event.sequence() <= until && event.sequence() > again.readUpTo()) {
            comesAnyway.add(event.sequence());
        }
    }

    /** What of it goes out again, and not anyway. */
    List<Wanted> choose(List<Wanted> read) {
        return read.stream()
                .filter(event -> !comesAnyway.contains(event.sequence()) && !live.owes(event))
                .toList();
    }

    /** It was read up to here. */
    void readUpTo(long sequence) {
        again.readUpTo(Math.min(sequence, until));
        if (!isReading()) {
            comesAnyway.clear();
        }
    }

    void drop() {
        until = 0;
        question.drop();
        comesAnyway.clear();
    }

    boolean isReading() {
        return again.readUpTo() < until;
    }

    /** What a restart has to go on with; null for nothing. */
    @Nullable Replay left() {
        return again.cursor() < until ? new Replay(again.cursor(), until) : null;
    }
}
