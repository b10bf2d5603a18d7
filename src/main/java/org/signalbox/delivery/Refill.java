package org.signalbox.delivery;

import java.util.List;
import java.util.Set;
import org.signalbox.delivery.LaneChanges.Follow;

/**
 * How deliveries that go again come from the store into memory, part by part. What arrives or fails
 * while they are being read is left out, as they may have been read as they were before; so is all
 * of it when the backlog was dropped meanwhile.
 */
final class Refill {
    private final Journal journal;
    private final Question question;
    private boolean wanted;
    private boolean asked;
    private boolean reading;
    private int reads;

    Refill(Journal journal) {
        this.journal = journal;
        this.question = new Question('\u0002', journal);
    }

    /** There are deliveries in the store that go again. */
    void begin() {
        wanted = true;
        asked = false; // what was asked before may be answered without them
    }

    /**
     * Asks for them, if there is need.
     *
     * @param room whether there is room for more
     */
    void proceed(boolean room) {
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

    /** They are going to be read; returns the number of this read, and 0 if it is not the time. */
    int start() {
        if (!isReady()) {
            return 0;
        }
        wanted = false;
        asked = false;
        reading = true;
        return ++reads;
    }

    /**
     * They were read.
     *
     * @param more whether there may be others
     * @return those that are to go into memory
     */
    List<SetAside> end(int read, List<SetAside> rows, boolean more) {
        if (!reading || read != reads) {
            return List.of();
        }
        reading = false;
        wanted |= more;
        Set<Long> changed = journal.watched();
        return rows.stream().filter(row -> !changed.contains(row.sequence())).toList();
    }

    void drop() {
        wanted = false;
        asked = false;
        reading = false;
        question.drop();
    }
}
