package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneState.Replay;
import org.signalbox.delivery.Unwritten.Entry;
import org.signalbox.event.Event;
import org.signalbox.store.Overloaded;
import org.signalbox.store.Tx;
import org.signalbox.webhook.Webhook;

/**
 * A lane at work: its rules behind a lock, with the webhook as it is now and the events of its
 * window. Starts attempts on virtual threads and keeps what came of them until it is recorded.
 */
final class RunningLane {
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Shell shell;
    private final Lane lane;
    private final Recollection known;
    private final Luggage events;
    private final Unwritten unwritten;
    private final Health health = new Health();
    private @Nullable Instant timer;
    private volatile Webhook webhook;
    private volatile boolean following;
    private boolean held;
    private volatile boolean retired;

    RunningLane(Webhook webhook, Lane lane, Recollection known, Shell shell) {
        this.webhook = webhook;
        this.lane = lane;
        this.known = known;
        this.shell = shell;
        this.unwritten = new Unwritten(this, lane);
        this.events = new Luggage(shell.space());
    }

    Webhook webhook() {
        return webhook;
    }

    /** Whether the shared reader reads for it. */
    boolean isFollowing() {
        return following;
    }

    /** Whether it wanted this when it happened. */
    boolean wants(Event event) {
        return shell.courier().label(webhook, event).isPresent();
    }

    /** Whether it wants what is like this now. */
    boolean wantsNow(Event event) {
        return shell.courier().wantsNow(webhook, event);
    }

    /** Lets the shared reader read for it if that has not passed it yet. */
    void begin(Dispatcher dispatcher) {
        change(_ -> join(dispatcher));
    }

    /** Says that it follows before it looks: what is claimed after the look is handed to it. */
    private void join(Dispatcher dispatcher) {
        following = !held && !retired && !known.isUnsureAfter(lane.readUpTo());
        following = following && lane.readUpTo() >= dispatcher.claimedUpTo();
    }

    /** Reads nothing until released; {@code sharedUpTo} is how far the shared reader has come. */
    void hold(long sharedUpTo) {
        change(_ -> {
            catchUpWith(sharedUpTo);
            following = false;
            held = true;
        });
    }

    void release(Dispatcher dispatcher) {
        change(_ -> {
            held = false;
            join(dispatcher);
        });
    }

    /**
     * What the shared reader found for it in the log after {@code from} and up to {@code upTo}. A
     * lane that has no room lets it pass, and reads for itself later.
     */
    void offerShared(List<Event> wanted, long from, long upTo) {
        lock.lock();
        try {
            if (!following) {
                return;
            }
            lane.offer(List.of(), from, shell.time().instant());
            if (lane.room() < wanted.size()) {
                following = false;
            } else {
                offer(wanted, upTo);
            }
            pump();
        } finally {
            lock.unlock();
        }
    }

    private void offer(List<Event> wanted, long upTo) {
        var fresh = new ArrayList<Wanted>(wanted.size());
        for (Event event : wanted) {
            Edit edit = shell.courier().edit(webhook, event);
            String subject = event.subject().toString();
            Wanted one = known.recall(Wanted.first(event.sequence(), subject, edit));
            if (one.over() || event.sequence() > lane.readUpTo()) {
                fresh.add(one);
                if (edit == null && !one.over()) { // else it may wait for long, and is read again
                    events.keep(event);
                }
            }
        }
        lane.offer(fresh, upTo, shell.time().instant());
    }

    /**
     * The part of the log that it wants to read for itself: after {@code after}, so many events,
     * and of them what this webhook wants.
     *
     * @param sure whether the lane knows what of it was dealt with
     */
    record Page(Webhook webhook, long after, int limit, boolean sure) {}

    @Nullable Page pageToRead(int max) {
        return locked(rules -> {
            int room = Math.min(max, rules.room());
            boolean reads = !following && !held && !retired && room > 0;
            long after = rules.readUpTo();
            boolean sure = !known.isUnsureAfter(after);
            return reads ? new Page(webhook, after, room, sure) : null;
        });
    }

    /**
     * Takes what it read for itself, unless the webhook has changed since it asked for that; when
     * it reaches the shared reader, goes on with that.
     *
     * @param over what of it turned out to be dealt with
     */
    @SuppressWarnings("ReferenceEquality") // each version of a webhook is an object of its own
    void offerPage(
            Page page, List<Event> events, Set<Long> over, long upTo, Dispatcher dispatcher) {
        List<Event> wanted =
                events.stream()
                        .filter(event -> shell.courier().label(page.webhook(), event).isPresent())
                        .toList();
        lock.lock();
        try {
            if (!held && !retired && page.webhook() == webhook) {
                known.learn(over);
                offer(wanted, upTo);
                join(dispatcher);
            }
            pump();
        } finally {
            lock.unlock();
        }
    }

    @Nullable Replay replayToRead() {
        return locked(Lane::replayToRead);
    }

    void offerReplay(Replay read, List<Wanted> wanted, long upTo) {
        change(rules -> rules.offerAgain(read, wanted, upTo, shell.time().instant()));
    }

    /** There are deliveries in the store that go again. */
    void fetchMore() {
        change(rules -> rules.refill().begin());
    }

    /** A read of them that begins now; null when it is not the time. */
    Refill.@Nullable Read startFetch() {
        return locked(rules -> rules.refill().start());
    }

    /** Takes what that read has found. */
    void restore(Refill.Read read, List<SetAside> rows, boolean more) {
        change(rules -> rules.refill().end(read, rows, more));
    }

    /** Looks what can be sent now, and sends it. */
    void pump() {
        lock.lock();
        try {
            Instant now = shell.time().instant();
            health.look(lane, now);
            if (!retired && shell.underWay().isOpen()) {
                lane.next(now).forEach(this::start);
                wakeAt(lane.wakeAt(now), now);
                if ((!following && !held && lane.wantsMore())
                        || lane.replayToRead() != null
                        || lane.refill().isReady()) {
                    shell.lagging().offer(this);
                }
            }
            if (!unwritten.isEmpty()) {
                shell.dirty().offer(this);
            }
            forgetEvents();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was set aside without a try leaves its event behind; and what is not sent for a long
     * time is read again then.
     */
    private void forgetEvents() {
        if (retired || lane.paused() || lane.failing() || lane.waiting() == 0) {
            events.clear();
        } else if (events.size() > lane.waiting() + Lane.WINDOW_MAX) {
            events.keepOnly(lane::inWindow);
        }
    }

    private void wakeAt(@Nullable Instant time, Instant now) {
        Instant planned = timer;
        boolean earlier =
                planned == null || !planned.isAfter(now) || time == null || time.isBefore(planned);
        if (time != null && earlier) {
            timer = time;
            shell.timers().at(time, now, this::timeIsUp);
        }
    }

    private void timeIsUp() {
        change(_ -> timer = null);
    }

    private void start(Send send) {
        shell.underWay().enter();
        var run = new AttemptRun(this, send, events.take(send.sequence()), shell);
        Thread.ofVirtual().name("attempt-" + webhook.id() + "-" + send.sequence()).start(run);
    }

    /**
     * An attempt ended.
     *
     * @param happened when its event did; null where that is not known
     */
    Fate ended(Send send, Result result, Attempt attempt, @Nullable Instant happened) {
        lock.lock();
        try {
            Duration lag = send.again() ? null : health.lag(attempt, happened);
            Fate fate = lane.ended(send, result, shell.time().instant());
            if (result instanceof Result.Gone) {
                shell.gone().offer(this);
            }
            unwritten.add(new Attempted(webhook.id(), send.sequence(), attempt, lag));
            pump();
            return fate;
        } finally {
            lock.unlock();
        }
    }

    /** The webhook does not want this any more, and did not when it happened. */
    void unwanted(Send send) {
        change(rules -> rules.ended(send, new Result.Unwanted(), shell.time().instant()));
    }

    /**
     * Hands over what is to be written.
     *
     * @param withCursor write the cursor also when nothing else of the state has to be
     */
    Entry takeEntry(boolean withCursor) {
        return locked(_ -> unwritten.take(withCursor));
    }

    /** What was handed over is durable. */
    void recorded() {
        change(_ -> unwritten.written());
    }

    /** Whether the cursor in the store is older than need be. */
    boolean cursorIsStale(long sharedUpTo, long tolerance) {
        return look(sharedUpTo, _ -> unwritten.cursorIsStale(tolerance));
    }

    private void catchUpWith(long sharedUpTo) {
        if (following) {
            lane.offer(List.of(), sharedUpTo, shell.time().instant());
        }
    }

    /** Sends this part of the log again, as far as the shared reader has come. */
    void replay(Replay range, long sharedUpTo, Consumer<Tx> note) {
        changeDurably(
                rules -> {
                    catchUpWith(
                            sharedUpTo); // without events for it, it does not know that it is there
                    rules.replay(range);
                },
                note);
    }

    /** Changes something by the rules, and does what follows from it. */
    void change(Consumer<Lane> action) {
        lock.lock();
        try {
            action.accept(lane);
            pump();
        } finally {
            lock.unlock();
        }
    }

    /** Like {@link #change}, and returns when the change is durable, together with the note. */
    void changeDurably(Consumer<Lane> action, Consumer<Tx> note) {
        var recorded = new CountDownLatch(1);
        lock.lock();
        try {
            action.accept(lane);
            unwritten.announceTo(recorded, note);
            pump();
            shell.dirty().offer(this);
        } finally {
            lock.unlock();
        }
        try {
            if (!recorded.await(RECORDED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded("The database did not record the change in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Overloaded("Interrupted while the change was recorded");
        }
    }

    /** Looks at the rules; {@code sharedUpTo} is how far the shared reader has come. */
    <T extends @Nullable Object> T look(long sharedUpTo, Function<Lane, T> question) {
        lock.lock();
        try {
            catchUpWith(sharedUpTo);
            return question.apply(lane);
        } finally {
            lock.unlock();
        }
    }

    private <T extends @Nullable Object> T locked(Function<Lane, T> question) {
        lock.lock();
        try {
            return question.apply(lane);
        } finally {
            lock.unlock();
        }
    }

    /** Takes over a changed webhook; its order must be the same. */
    void adjust(Webhook changed, LaneSettings settings) {
        change(rules -> {
            webhook = changed;
            rules.adjust(settings);
        });
    }

    /** Whether its receiver wants no more, and nobody resumed it since. */
    boolean isGone() {
        return locked(Lane::isGone);
    }

    /** Starts nothing any more. */
    void retire() {
        change(_ -> retired = true);
    }

    boolean isRetired() {
        return retired;
    }

    /** Whether everything it began has ended and is durable. */
    boolean isRecorded() {
        return locked(rules -> rules.inFlight() == 0 && unwritten.isWritten());
    }
}
