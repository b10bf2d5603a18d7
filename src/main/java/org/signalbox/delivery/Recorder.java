package org.signalbox.delivery;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.signalbox.delivery.Ledger.Answer;
import org.signalbox.delivery.Salvage.Refused;
import org.signalbox.delivery.Salvage.Saved;
import org.signalbox.delivery.Unwritten.Entry;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/**
 * Writes down what came of attempts: what many lanes have to say goes into one transaction. What
 * could not be written is kept and tried again before anything newer; what the database refuses for
 * its content holds up nobody else.
 */
@Component
final class Recorder {
    private static final int LANES_MAX = 256;

    private final Database database;
    private final Ledger ledger;
    private final Salvage salvage;
    private final LaneQueue dirty;
    private final Surprises surprises;
    private final Tally tally;
    private List<Entry> unwritten = List.of();

    Recorder(Database database, Ledger ledger, Salvage salvage, Tally tally, Shell shell) {
        this.database = database;
        this.ledger = ledger;
        this.salvage = salvage;
        this.tally = tally;
        this.dirty = shell.dirty();
        this.surprises = shell.surprises();
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

    /** Writes what the attempts since the last time came to. */
    synchronized void writeTally() {
        tally.write();
    }

    private int write() {
        List<Entry> entries = unwritten;
        if (entries.isEmpty()) {
            return 0;
        }
        Saved saved = save(entries);
        unwritten = List.of();
        for (Refused one : saved.refused()) {
            long webhook = one.lane().webhook().id();
            surprises.add(
                    "the database refused " + one.what() + " for webhook " + webhook, one.why());
        }
        for (Entry entry : entries) {
            tally.add(entry.attempts());
            entry.lane().recorded();
            if (saved.isWhole(entry.lane())) { // else who waits is told that it took too long
                entry.waiting().forEach(CountDownLatch::countDown);
            }
        }
        saved.answers().forEach(Answer::deliver);
        return entries.size();
    }

    private Saved save(List<Entry> entries) {
        try {
            return database.write(
                    tx -> new Saved(ledger.write(tx, ledger.existing(tx, entries)), List.of()));
        } catch (RuntimeException e) {
            if (!Salvage.isRefusal(e)) {
                throw e;
            }
            return database.write(tx -> salvage.write(tx, ledger.existing(tx, entries)));
        }
    }
}
