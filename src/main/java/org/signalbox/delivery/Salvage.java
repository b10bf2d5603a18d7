package org.signalbox.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.delivery.Ledger.Answer;
import org.signalbox.delivery.Unwritten.Entry;
import org.signalbox.store.Outage;
import org.signalbox.store.Tx;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Writes what the database refused to take in one piece: one webhook at a time, and where that is
 * refused, one row at a time. What is refused alone is put aside alone, and something plainer is
 * written in its place, so that the delivery log shows the delivery all the same.
 */
@Component
final class Salvage {
    private final Ledger ledger;
    private final SetAsideStore asides;
    private final AttemptStore attempts;
    private final Merges merges;
    private final InstantSource time;

    Salvage(
            Ledger ledger,
            SetAsideStore asides,
            AttemptStore attempts,
            Merges merges,
            InstantSource time) {
        this.ledger = ledger;
        this.asides = asides;
        this.attempts = attempts;
        this.merges = merges;
        this.time = time;
    }

    /** One row that the database does not take. */
    record Refused(RunningLane lane, String what, RuntimeException why) {}

    /** What was done, and what could not be. */
    record Saved(List<Answer> answers, List<Refused> refused) {
        boolean isWhole(RunningLane lane) {
            return refused.stream().noneMatch(one -> one.lane() == lane);
        }
    }

    /**
     * Whether it is what was to be written that does not fit, and not the database that takes
     * nothing now, for which reason ever.
     */
    static boolean isRefusal(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException
                || !(failure instanceof DataAccessException || Outage.is(failure));
    }

    Saved write(Tx tx, List<Entry> entries) {
        var saved = new Saved(new ArrayList<>(), new ArrayList<>());
        for (Entry entry : entries) {
            try {
                tx.part(() -> saved.answers().addAll(ledger.write(tx, List.of(entry))));
            } catch (RuntimeException e) {
                if (!isRefusal(e)) {
                    throw e;
                }
                new Rows(tx, entry, saved).write();
            }
        }
        return saved;
    }

    /** The rows of one webhook: attempts before what is set aside, and that before the cursor. */
    private final class Rows {
        private final Tx tx;
        private final Entry entry;
        private final Saved saved;

        Rows(Tx tx, Entry entry, Saved saved) {
            this.tx = tx;
            this.entry = entry;
            this.saved = saved;
        }

        void write() {
            for (Attempted row : entry.attempts()) {
                insert(row, row.withoutAnswer());
            }
            LaneChanges changes = entry.changes();
            if (changes != null) {
                write(changes);
            }
            entry.notes().forEach(note -> taken("a note of who asked", () -> note.accept(tx)));
        }

        private void insert(Attempted row, Attempted plainer) {
            String what = "attempt " + row.attempt().number() + " of event " + row.sequence();
            if (!taken(what, () -> attempts.insert(tx, List.of(row)))) {
                taken(what + ", without the answer", () -> attempts.insert(tx, List.of(plainer)));
            }
        }

        private void write(LaneChanges changes) {
            long id = entry.webhookId();
            Instant now = time.instant();
            taken("what goes out with another", () -> merges.write(tx, id, changes.merged()));
            taken("what became of the set-aside events", () -> asides.settle(tx, id, changes));
            for (SetAside row : changes.kept()) {
                String what = "the set-aside event " + row.sequence();
                if (!taken(what, () -> asides.keep(tx, id, List.of(row)))) {
                    var trace = Attempted.insteadOf(row, entry.lane().webhook(), now);
                    taken("the trace of " + what, () -> attempts.insert(tx, List.of(trace)));
                }
            }
            taken("the cursor and counters", () -> ledger.saveState(tx, entry, changes.state()));
            saved.answers().addAll(ledger.answers(tx, entry, changes));
        }

        private boolean taken(String what, Runnable work) {
            try {
                tx.part(work);
                return true;
            } catch (RuntimeException e) {
                if (!isRefusal(e)) {
                    throw e;
                }
                saved.refused().add(new Refused(entry.lane(), what, e));
                return false;
            }
        }
    }
}
