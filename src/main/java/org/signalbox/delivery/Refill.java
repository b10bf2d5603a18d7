package org.signalbox.delivery;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneChanges.Follow;

/**
 * How deliveries that go again come from the store into memory: of each key the first, part by
 * part; those behind it are fetched when it is gone. What arrives or fails while they are being
 * read may have been read as it was before, so the store is asked again for its key; all of it is
 * left out when the backlog was dropped meanwhile.
 */
final class Refill {
    private final Track again;
    private final Journal journal;
    private final Question question;
    private boolean wanted;
    private boolean asked;
    private boolean reading;
    private int reads;
    private long after;

    Refill(Track again, Journal journal) {
        this.again = again;
        this.journal = journal;
        this.question = new Question('\u0002', journal);
    }

    /**
     * One part of them.
     *
     * @param after those with a higher sequence than this are to be read
     */
    record Read(int number, long after) {}

    /** There are deliveries in the store that go again. */
    void begin() {
        wanted = true;
        asked = false; // what was asked before may be answered without them
        after = 0;
    }

    /**
     * Asks for them, if there is need and room.
     *
     * @param sending whether anything is sent now
     */
    void proceed(boolean sending) {
        boolean room = sending && again.held() < Lane.HELD_MAX / 2;
        if (room && wanted && !asked && !reading) {
            asked = true;
            journal.watch();
            question.ask();
        }
    }

    /** Whether this was the answer to a question of its own. */
    boolean settles(Follow answer) {
        return question.settles(answer);
    }

    /** Whether now is the time to read them. */
    boolean isReady() {
        return asked && !reading && !question.isOpen();
    }

    /** They are going to be read; null if it is not the time. */
    @Nullable Read start() {
        if (!isReady()) {
            return null;
        }
        wanted = false;
        asked = false;
        reading = true;
        return new Read(++reads, after);
    }

    /**
     * They were read.
     *
     * @param rows of each key the first, ascending
     * @param more whether there may be others
     */
    void end(Read read, List<SetAside> rows, boolean more) {
        if (!reading || read.number() != reads) {
            return;
        }
        reading = false;
        if (more && !wanted) {
            wanted = true;
            after = rows.isEmpty() ? after : rows.getLast().sequence();
        }
        Set<Long> changed = journal.watched();
        for (SetAside row : rows) {
            if (changed.contains(row.sequence())) {
                again.ask(row);
            } else {
                again.add(row, true);
            }
        }
    }

    void drop() {
        wanted = false;
        asked = false;
        reading = false;
        question.drop();
    }
}
