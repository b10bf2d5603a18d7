package org.signalbox.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.store.Database;
import org.signalbox.store.Dialect;
import org.signalbox.store.Outage;
import org.signalbox.store.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads events of the log for those that send them. */
@Component
final class EventReader {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofMillis(5);
    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

    private final Database database;
    private final EventLog log;

    EventReader(Database database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    List<Event> after(long sequence, int limit) {
        return database.read(view -> log.after(view, sequence, limit));
    }

    /**
     * Waits a moment when events after this are visible but not settled, as while a transaction
     * with a lower number is open; says whether there were any.
     */
    boolean awaitSettling(long sequence) {
        boolean unsettled =
                database.dialect() == Dialect.POSTGRESQL
                        && database.<Boolean>read(view -> log.goesOn(view, sequence));
        if (unsettled) {
            LockSupport.parkNanos(this, SETTLING.toNanos());
        }
        return unsettled;
    }

    long head() {
        return log.head();
    }

    /**
     * The event with this number. Waits out a database that does not answer: that is no fault of
     * the receiver and must not use up a try.
     *
     * @throws IllegalStateException when there is none; what is still to be sent is never removed
     */
    Event get(long sequence, UnderWay underWay) {
        return read(view -> log.find(view, sequence), sequence, underWay)
                .orElseThrow(() -> new IllegalStateException("Event " + sequence + " is gone"));
    }

    /** Reads what is needed to send an event, and waits out an outage as well. */
    <T> T read(Function<View, T> query, long sequence, UnderWay underWay) {
        while (true) {
            try {
                return database.read(query);
            } catch (RuntimeException e) {
                if (!Outage.is(e) || !underWay.isOpen()) {
                    throw e;
                }
                LOG.warn("Event {} cannot be read now: {}", sequence, e.getMessage());
                LockSupport.parkNanos(this, PAUSE.toNanos());
            }
        }
    }
}
