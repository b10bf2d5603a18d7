package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.signalbox.delivery.LaneChanges.Follow;
import org.signalbox.delivery.Unwritten.Entry;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/**
 * Writes down what came of attempts: what many lanes have to say goes into one transaction. What
 * could not be written is kept and tried again before anything newer.
 */
@Component
final class Recorder {
    private static final int LANES_MAX = 256;

    private final Database database;
    private final LaneStore lanes;
    private final SetAsideStore asides;
    private final AttemptStore attempts;
    private final LaneQueue dirty;
    private List<Entry> unwritten = List.of();

    Recorder(
            Database database,
            LaneStore lanes,
            SetAsideStore asides,
            AttemptStore attempts,
            Shell shell) {
        this.database = database;
        this.lanes = lanes;
        this.asides = asides;
        this.attempts = attempts;
        this.dirty = shell.dirty();
    }

    /** Set-aside deliveries that were asked for, handed over once the transaction has ended. */
    private record Answer(RunningLane lane, Follow asked, List<SetAside> found) {
        void deliver() {
            SetAside first = found.isEmpty() ? null : found.getFirst();
            lane.change(rules -> rules.follow(asked, first, found.size() > 1));
        }
    }

    /** Writes what there is to write; returns how many lanes had something. */
    synchronized int pass() {
        if (unwritten.isEmpty()) {
            unwritten = dirty.take(LANES_MAX).stream().map(lane -> lane.takeEntry(false)).toList();
        }
        return write();
    }

    /** Writes this lane's cursor, too. */
    synchronized void writeCursors(List<RunningLane> stale) {
        int recorded;
        do {
            recorded = pass();
        } while (recorded > 0);
        unwritten = stale.stream().map(lane -> lane.takeEntry(true)).toList();
        write();
    }

    private int write() {
        List<Entry> entries = unwritten;
        if (entries.isEmpty()) {
            return 0;
        }
        List<Answer> answers = database.write(tx -> write(tx, entries));
        unwritten = List.of();
        for (Entry entry : entries) {
            entry.lane().recorded();
            entry.waiting().forEach(CountDownLatch::countDown);
        }
        answers.forEach(Answer::deliver);
        return entries.size();
    }

    private List<Answer> write(Tx tx, List<Entry> entries) {
        var rows = new ArrayList<Attempted>();
        var answers = new ArrayList<Answer>();
        Set<Long> existing =
                lanes.existing(
                        tx, entries.stream().map(entry -> entry.lane().webhook().id()).toList());
        for (Entry entry : entries) {
            long webhookId = entry.lane().webhook().id();
            if (!existing.contains(webhookId)) {
                continue; // deleted while something was under way
            }
            rows.addAll(entry.attempts());
            LaneChanges changes = entry.changes();
            if (changes != null) {
                asides.write(tx, webhookId, changes);
                lanes.save(tx, webhookId, changes.state());
                for (Follow asked : changes.wanted()) {
                    answers.add(new Answer(entry.lane(), asked, asides.next(tx, webhookId, asked)));
                }
            }
        }
        attempts.insert(tx, rows);
        return answers;
    }
}
