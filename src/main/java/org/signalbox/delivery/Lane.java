package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneChanges.Follow;
import org.signalbox.delivery.LaneState.Replay;

/**
 * The rules of delivery to one webhook: order, requests at once, retries, breaker, pause, replay.
 *
 * <p>Pure: it does no I/O, has no thread and no clock, and draws chance from the generator it was
 * given. It is told what happened (events read, outcomes, what a person wants) and answers what to
 * send ({@link #next}), until when to wait ({@link #wakeAt}) and what to write ({@link #take}).
 * What it holds in memory is bounded. Not safe for use by several threads.
 *
 * <p>The clock may be set at any time. Forward, what it passes is due. Back, all that waits goes on
 * waiting for what is left of its own wait. If that happens while the process is down nobody can
 * tell how long something has waited; then it waits for no longer than a wait can be.
 */
final class Lane {
    /** Events read ahead. */
    static final int WINDOW_MAX = 1_024;

    /** Keys held back by a failing delivery or for what follows; with more, nothing is taken in. */
    static final int HELD_MAX = 10_000;

    private static final int PROBE_WINDOW = 64;

    private final Journal journal = new Journal();
    private final Map<String, Send> inFlight = new HashMap<>();
    private final RandomGenerator random;
    private final Breaker breaker;
    private final Track live;
    private final Track again;
    private final Playback playback;
    private final Refill refill;
    private final Turns turns;
    private final SetBack setBack = new SetBack();
    private LaneSettings settings;
    private Pace pace;
    private int generation;

    Lane(LaneSettings settings, LaneState state, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.breaker = new Breaker(settings, state, random);
        this.pace = new Pace(settings.maxPerSecond());
        this.live = new Track(settings.order(), false, journal, state.cursor());
        Replay replay = state.replay();
        this.again =
                new Track(settings.order(), true, journal, replay == null ? 0 : replay.cursor());
        this.playback = new Playback(live, again, journal, replay);
        this.refill = new Refill(again, journal);
        this.turns = new Turns(breaker, live, again);
        live.aggregate(settings.aggregation());
    }

    /** Takes over changed settings; the order stays what it is. */
    void adjust(LaneSettings changed) {
        breaker.adjust(changed);
        if (!Objects.equals(changed.maxPerSecond(), settings.maxPerSecond())) {
            pace = new Pace(changed.maxPerSecond());
        }
        live.aggregate(changed.aggregation());
        settings = changed;
    }

    /** How many more events of the log it takes now. */
    int room() {
        return room(live);
    }

    /** Whether so much room is left that reading is worth its while. */
    boolean wantsMore() {
        int room = room();
        return room >= WINDOW_MAX / 2 || (room > 0 && breaker.failing());
    }

    long readUpTo() {
        return live.readUpTo();
    }

    /** The log was read up to here, and this is what the webhook wants of it, ascending. */
    void offer(List<Wanted> events, long upTo, Instant now) {
        for (Wanted event : events) {
            if (event.sequence() > live.readUpTo()) {
                playback.passes(event);
                live.add(event, now);
            }
        }
        live.readUpTo(upTo);
    }

    /** What is to be read for the replay, if there is room for it. */
    @Nullable Replay replayToRead() {
        return playback.toRead(room(again));
    }

    /**
     * That was read up to here, and this is what the webhook wants of it, ascending. When something
     * else is to be read by now, it is left alone.
     */
    void offerAgain(Replay read, List<Wanted> events, long upTo, Instant now) {
        if (!playback.isNext(read)) {
            return;
        }
        for (Wanted event : playback.choose(events)) {
            if (event.sequence() > again.readUpTo()) {
                again.add(event, now);
            }
        }
        playback.readUpTo(upTo);
        journal.stateChanged();
    }

    private int room(Track track) {
        if (breaker.paused() || track.held() + track.waiting() >= HELD_MAX) {
            return 0;
        }
        int room = Math.max(0, WINDOW_MAX - track.windowSize() + track.waiting());
        if (breaker.failing()) {
            return track.hasUntried() ? 0 : Math.min(PROBE_WINDOW, room);
        }
        return room;
    }

    /**
     * A delivery that is set aside in the store; of those with its key the earliest comes first.
     */
    void restore(SetAside row) {
        track(row.again()).add(row, true);
    }

    /** The answer to what {@link LaneChanges#wanted} asked for. */
    void follow(Follow asked, @Nullable SetAside row, boolean moreStored) {
        if (!playback.settles(asked) && !refill.settles(asked)) {
            track(asked.again()).follow(asked, row, moreStored);
        }
    }

    Refill refill() {
        return refill;
    }

    /** The attempts to start now. */
    List<Send> next(Instant now) {
        tick(now);
        refill.proceed(!breaker.paused());
        var sends = new ArrayList<Send>();
        while (breaker.free(inFlight.size(), now) > 0 && pace.waitUntil(now) == null) {
            Pending pending = turns.next(inFlight.keySet(), now);
            if (pending == null) {
                break;
            }
            sends.add(start(pending));
            pace.took(now);
        }
        return sends;
    }

    /** When to ask {@link #next} again although nothing happened; null for not before it does. */
    @Nullable Instant wakeAt(Instant now) {
        return pace.later(turns.nextAt(inFlight.keySet(), now), now);
    }

    private void tick(Instant now) {
        Duration back = setBack.since(now);
        if (back.isPositive()) {
            live.moveBack(back, now);
            again.moveBack(back, now);
            if (breaker.moveBack(back)) {
                journal.stateChanged();
            }
        }
        Instant limit = now.plus(settings.schedule().longestWait());
        live.tick(now, limit);
        again.tick(now, limit);
        breaker.dueBy(limit);
    }

    private Send start(Pending pending) {
        track(pending.again).start(pending);
        Send send = Send.of(pending, breaker.epoch(), generation);
        inFlight.put(pending.key, send);
        return send;
    }

    /** An attempt ended. */
    Fate ended(Send send, Result result, Instant now) {
        if (!inFlight.remove(send.key(), send)) {
            throw new IllegalStateException(send + " is not in flight");
        }
        tick(now);
        boolean dropped = send.generation() != generation;
        return switch (result) {
            case Result.Success() -> {
                if (breaker.succeeded()) {
                    journal.stateChanged();
                }
                settle(send, dropped);
                yield Fate.DELIVERED;
            }
            case Result.Unwanted() -> {
                settle(send, dropped);
                yield Fate.DROPPED;
            }
            case Result.Failure(var retryAfter) -> {
                Duration asked = retryAfter == null ? null : RetrySchedule.granted(retryAfter);
                breaker.failed(send.epoch(), asked, now);
                journal.stateChanged();
                yield dropped ? Fate.DROPPED : failed(send, asked, false, now);
            }
            case Result.Unsendable() -> dropped ? Fate.DROPPED : failed(send, null, true, now);
            case Result.Gone() -> {
                breaker.pause(Pause.gone(now));
                journal.stateChanged();
                yield dropped ? Fate.DROPPED : retry(pendingOf(send), Duration.ZERO, now);
            }
        };
    }

    private void settle(Send send, boolean dropped) {
        if (dropped) {
            journal.remove(send.sequence()); // it was given up, and yet it is done
        } else {
            track(send.again()).arrived(pendingOf(send));
        }
    }

    /**
     * A delivery is given up when it used up its tries. What may be the receiver's fault is no try:
     * a probe or a last try that fails though nothing was taken since the delivery failed before.
     */
    private Fate failed(Send send, @Nullable Duration retryAfter, boolean ownFault, Instant now) {
        Pending pending = pendingOf(send);
        boolean last = pending.tries + 1 >= settings.schedule().triesMax();
        boolean othersTaken = pending.tries == 0 || pending.streak != breaker.streak();
        if (ownFault || othersTaken || !(last || breaker.failing())) {
            pending.tries++;
            if (last) {
                track(send.again()).giveUp(pending);
                return Fate.FAILED;
            }
        }
        Duration scheduled = settings.schedule().after(pending.tries, random);
        return retry(pending, retryAfter != null ? retryAfter : scheduled, now);
    }

    private Fate retry(Pending pending, Duration wait, Instant now) {
        pending.streak = breaker.join();
        pending.nextAt = now.plus(wait);
        track(pending.again).retry(pending, now);
        return Fate.retryAt(pending.nextAt);
    }

    private Pending pendingOf(Send send) {
        return track(send.again()).inFlight(send);
    }

    /** Sends nothing more until resumed. What is in flight comes to its end. */
    void pause(Pause pause) {
        if (breaker.pause(pause)) {
            journal.stateChanged();
        }
    }

    /** Goes on; what failed since the receiver last took anything gets all its tries anew. */
    void resume(Instant now) {
        breaker.resume();
        journal.forgive(breaker.streak(), now);
        live.eachAside(pending -> forgive(pending, now));
        again.eachAside(pending -> forgive(pending, now));
    }

    private void forgive(Pending pending, Instant now) {
        if (pending.streak == breaker.streak()) {
            pending.tries = 0;
            pending.nextAt = now;
            journal.keep(pending.row());
        }
    }

    /**
     * Sends this delivery once more.
     *
     * @param fresh how it is to be set aside when the lane knows nothing of it any more
     */
    void redeliver(SetAside fresh, Instant now) {
        for (Track track : List.of(live, again)) {
            Pending known = track.aside(fresh.sequence(), fresh.subject());
            if (known != null) {
                track.change(
                        known,
                        pending -> {
                            pending.tries = 0;
                            pending.nextAt = now;
                        });
                journal.keep(known.row());
                return;
            }
        }
        boolean untried = fresh.attempts() == 0;
        boolean comes = fresh.sequence() > live.readUpTo() || live.holdsBack(fresh.subject());
        if (!inWindow(fresh.sequence()) && !(untried && comes)) { // else it goes out anyway
            journal.keep(fresh);
            again.add(fresh, false);
        }
    }

    /** Sends what happened after {@code cursor} and up to {@code until} again. */
    void replay(Replay range) {
        playback.begin(range);
        journal.stateChanged();
    }

    /** Forgets everything up to here; what is in flight ends, but is not tried again. */
    void skip(long upTo) {
        generation++;
        live.drop(Math.max(upTo, live.readUpTo()));
        again.drop(0);
        playback.drop();
        refill.drop();
        journal.dropBacklog();
    }

    /** Whether there is something to write that must not wait. */
    boolean urgent() {
        return journal.urgent();
    }

    /** What is to be written since the last time it was asked. */
    LaneChanges take() {
        return journal.take(state());
    }

    LaneState state() {
        return new LaneState(
                live.cursor(),
                breaker.consecutiveFailures(),
                breaker.failingSince(),
                breaker.streak(),
                breaker.nextProbeAt(),
                breaker.pause(),
                playback.left());
    }

    /** What happened up to here it does not read any more; what it set aside is another matter. */
    long needsAfter() {
        Replay replay = playback.left();
        return replay == null ? live.cursor() : Math.min(replay.cursor(), live.cursor());
    }

    /** Whether anything waits to be sent, as far as the lane knows. */
    boolean hasBacklog() {
        return !live.isIdle() || !again.isIdle() || playback.isReading();
    }

    boolean failing() {
        return breaker.failing();
    }

    boolean isGone() {
        return breaker.isGone();
    }

    boolean paused() {
        return breaker.paused();
    }

    int inFlight() {
        return inFlight.size();
    }

    /** How many deliveries of the window are not dealt with yet. */
    int waiting() {
        return live.windowSize() + again.windowSize();
    }

    /** Whether this event was read and is not dealt with yet. */
    boolean inWindow(long sequence) {
        return live.inWindow(sequence) || again.inWindow(sequence);
    }

    /** Until when this waits for changes that go out with it; null when it does not. */
    @Nullable Instant heldUntil(long sequence) {
        return live.heldUntil(sequence);
    }

    private Track track(boolean ofAgain) {
        return ofAgain ? again : live;
    }
}
