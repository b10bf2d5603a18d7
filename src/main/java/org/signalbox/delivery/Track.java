package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneChanges.Follow;
import org.signalbox.delivery.SetAside.State;

/**
 * A cursor's way through the log: what was read and not dealt with yet (the window), and what was
 * set aside on the way. A lane has one for what happens, and one for what goes out again.
 *
 * <p>A delivery that failed leaves the window for the store, and so does everything behind it that
 * must not overtake it, so the cursor moves on. In memory stays one delivery for each key that is
 * held back; the others are fetched one by one when their turn comes.
 */
final class Track {
    private final Order order;
    private final boolean again;
    private final Journal journal;
    private final TreeMap<Long, Pending> window = new TreeMap<>();
    private final TreeMap<Long, Pending> ready = new TreeMap<>();
    private final Agenda asides = new Agenda();
    private final Map<String, Line> lines = new HashMap<>();
    private final Gathering gathering = new Gathering();

    private long readUpTo;
    private int held;
    private int generation;

    Track(Order order, boolean again, Journal journal, long readUpTo) {
        this.order = order;
        this.again = again;
        this.journal = journal;
        this.readUpTo = readUpTo;
    }

    long readUpTo() {
        return readUpTo;
    }

    /** Everything up to here is dealt with. */
    long cursor() {
        return window.isEmpty() ? readUpTo : Math.min(readUpTo, window.firstKey() - 1);
    }

    int windowSize() {
        return window.size();
    }

    /** What of the window waits for its time only. */
    int waiting() {
        return gathering.waiting();
    }

    /** For how long changes wait for others from now on. */
    void aggregate(Duration time) {
        gathering.adjust(time);
    }

    /** Takes notice of the time; nothing that was tried waits longer than the limit. */
    void tick(Instant now, Instant limit) {
        asides.dueBy(limit);
        gathering.due(now).forEach(pending -> ready.put(pending.sequence, pending));
    }

    /** How many keys are held back by a delivery that is set aside. */
    int held() {
        return held;
    }

    boolean hasUntried() {
        return !ready.isEmpty();
    }

    Set<Long> sequencesInWindow() {
        return window.keySet();
    }

    boolean isIdle() {
        return window.isEmpty() && held == 0;
    }

    /** Begins to read again after this. */
    void rewind(long sequence) {
        readUpTo = sequence;
    }

    /** The log was read up to here; what was wanted of it has been added before. */
    void readUpTo(long sequence) {
        readUpTo = Math.max(readUpTo, sequence);
    }

    void add(Wanted event, Instant now) {
        if (!event.over() && owes(event)) {
            return;
        }
        String key = order.key(event.sequence(), event.subject());
        Pending pending = Pending.of(event, key, again);
        Edit edit = event.edit();
        Pending before = edit == null ? null : gathering.close(edit, event.over(), now);
        if (event.over()) {
            return;
        }
        if (before != null) {
            journal.merge(before.sequence, event.sequence());
            withdraw(before);
        }
        Line line = lines.computeIfAbsent(key, _ -> new Line());
        if (line.held() && order != Order.STRICT) {
            park(pending, line, now);
            return;
        }
        window.put(pending.sequence, pending);
        line.untried.add(pending);
        if (edit != null && edit.isHeld() && gathering.isOn()) {
            gathering.begin(pending, edit, before, now);
        }
        if (line.first() == pending && !line.loading) {
            comes(pending);
        }
    }

    /** It is not sent itself. */
    private void withdraw(Pending pending) {
        Line line = line(pending);
        boolean first = line.first() == pending && !line.loading;
        gathering.unawait(pending);
        ready.remove(pending.sequence);
        window.remove(pending.sequence);
        line.untried.remove(pending);
        if (first) {
            next(pending.key, order == Order.STRICT ? null : pending.subject, line);
        }
    }

    /** Its turn has come. */
    private void comes(Pending pending) {
        if (pending.edit == null) {
            ready.put(pending.sequence, pending);
        } else {
            gathering.await(pending);
        }
    }

    /** Takes a delivery that is set aside in the store, unless an earlier one holds its key. */
    void add(SetAside row, boolean moreStored) {
        if (inWindow(row.sequence())) {
            return; // it goes out anyway
        }
        String key = order.key(row.sequence(), row.subject());
        Line line = lines.computeIfAbsent(key, _ -> new Line());
        line.stored |= moreStored;
        if (line.held() || line.inFlight()) {
            line.stored = true;
        } else {
            lead(line, Pending.of(row, key));
        }
    }

    /** What comes first with the key of this is not what was read; the store is asked. */
    void ask(SetAside row) {
        String key = order.key(row.sequence(), row.subject());
        Line line = lines.computeIfAbsent(key, _ -> new Line());
        line.stored = true;
        if (!line.held() && !line.inFlight()) {
            holdBack(line);
            next(key, order == Order.STRICT ? null : row.subject(), line);
        }
    }

    private void holdBack(Line line) {
        for (Pending waiting : line.untried) {
            ready.remove(waiting.sequence);
            gathering.unawait(waiting);
        }
    }

    private void lead(Line line, Pending pending) {
        holdBack(line);
        line.aside = pending;
        held++;
        if (pending.attempts == 0) {
            ready.put(pending.sequence, pending);
        } else {
            asides.add(pending);
        }
    }

    private void park(Pending pending, Line line, Instant now) {
        gathering.leave(pending);
        pending.stored = true;
        pending.nextAt = now;
        journal.keep(pending.row());
        line.stored = true;
    }

    /** The oldest that was never tried and that nothing holds back. */
    @Nullable Pending untried(Set<String> inFlight) {
        for (Pending pending : ready.values()) {
            if (!inFlight.contains(pending.key)) {
                return pending;
            }
        }
        return null;
    }

    /** The oldest of those set aside whose time has come. */
    @Nullable Pending due(Set<String> inFlight, Instant now) {
        return asides.due(inFlight, now);
    }

    /** When the next of those is due that wait for their time only. */
    @Nullable Instant nextDueAt(Set<String> inFlight) {
        Instant aside = asides.nextAt(inFlight);
        Instant gathered = gathering.nextAt(inFlight);
        boolean earlier = aside != null && (gathered == null || aside.isBefore(gathered));
        return earlier ? aside : gathered;
    }

    /** The clock was set back: every wait goes on as if it had not been. */
    void moveBack(Duration back, Instant now) {
        asides.each(pending -> { // all by the same, so that their order stays
            pending.nextAt = pending.nextAt.minus(back);
            if (pending.nextAt.plus(back).isAfter(now)) {
                journal.keep(pending.row());
            }
        });
        for (Pending pending : window.values()) {
            if (pending.edit != null) {
                pending.nextAt = pending.nextAt.minus(back);
            }
        }
    }

    void start(Pending pending) {
        gathering.leave(pending);
        ready.remove(pending.sequence);
        asides.remove(pending);
        pending.inFlight = true;
        pending.attempts++;
    }

    Pending inFlight(Send send) {
        Line line = lines.get(send.key());
        Pending first = line == null ? null : line.first();
        if (first == null || first.sequence != send.sequence()) {
            throw new IllegalStateException(send + " is not in flight");
        }
        return first;
    }

    void arrived(Pending pending) {
        if (pending.stored) {
            journal.remove(pending.sequence);
        }
        leave(pending);
    }

    void giveUp(Pending pending) {
        journal.keep(pending.as(State.FAILED));
        leave(pending);
    }

    /** It is tried again at {@code nextAt}; whatever it holds back is set aside behind it. */
    void retry(Pending pending, Instant now) {
        Line line = line(pending);
        pending.inFlight = false;
        if (line.aside != pending) {
            pending.stored = true;
            window.remove(pending.sequence);
            line.untried.remove();
            line.aside = pending;
            held++;
        }
        if (order != Order.STRICT) {
            for (Pending behind : line.untried) {
                window.remove(behind.sequence);
                park(behind, line, now);
            }
            line.untried.clear();
        }
        asides.add(pending);
        journal.keep(pending.row());
    }

    private void leave(Pending pending) {
        Line line = line(pending);
        pending.inFlight = false;
        if (line.aside == pending) {
            line.aside = null;
            held--;
        } else {
            line.untried.remove();
            window.remove(pending.sequence);
        }
        next(pending.key, order == Order.STRICT ? null : pending.subject, line);
    }

    private void next(String key, @Nullable String subject, Line line) {
        Pending first = line.untried.peek();
        if (line.stored && order != Order.NONE) {
            line.stored = false;
            line.loading = true;
            held++;
            journal.want(new Follow(key, subject, again, generation));
        } else if (first != null) {
            comes(first);
        } else {
            lines.remove(key);
        }
    }

    /**
     * The answer to a {@link Follow}.
     *
     * @param row the earliest that is set aside with this key; null when there is none
     */
    void follow(Follow asked, @Nullable SetAside row, boolean moreStored) {
        Line line = lines.get(asked.key());
        if (asked.generation() != generation || line == null) {
            return; // the backlog was dropped meanwhile
        }
        line.loading = false;
        held--;
        line.stored |= moreStored;
        if (row != null) {
            lead(line, Pending.of(row, asked.key()));
        } else {
            next(asked.key(), asked.subject(), line);
        }
    }

    /** The delivery with this number, when it is set aside and at the head of its line. */
    @Nullable Pending aside(long sequence, String subject) {
        Line line = lines.get(order.key(sequence, subject));
        Pending aside = line == null ? null : line.aside;
        return aside != null && aside.sequence == sequence ? aside : null;
    }

    private Line line(Pending pending) {
        Line line = lines.get(pending.key);
        if (line == null) {
            throw new IllegalStateException("No line for " + pending.key);
        }
        return line;
    }

    /** Whether something that is set aside holds back what is about this subject. */
    boolean holdsBack(String subject) {
        Line line = lines.get(order.key(0, subject));
        return line != null && line.held();
    }

    boolean inWindow(long sequence) {
        return window.containsKey(sequence);
    }

    /** Until when this waits for what may follow; null when it does not. */
    @Nullable Instant heldUntil(long sequence) {
        Pending pending = window.get(sequence);
        return pending == null || pending.edit == null ? null : pending.nextAt;
    }

    /** Whether this is read and not dealt with, or the next of its line. */
    boolean owes(Wanted event) {
        return inWindow(event.sequence()) || aside(event.sequence(), event.subject()) != null;
    }

    /** Changes something about each delivery that is set aside and in memory. */
    void eachAside(Consumer<Pending> change) {
        for (Line line : lines.values()) {
            if (line.aside != null) {
                change(line.aside, change);
            }
        }
    }

    void change(Pending pending, Consumer<Pending> change) {
        asides.change(pending, change);
    }

    void drop(long upTo) {
        window.clear();
        ready.clear();
        asides.clear();
        gathering.clear();
        lines.clear();
        held = 0;
        generation++;
        readUpTo = upTo;
    }
}
