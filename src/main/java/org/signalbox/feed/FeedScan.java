package org.signalbox.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.store.View;

/**
 * Reads on in the log until a page is full or enough was read. Whatever is in the log, this takes a
 * bounded time and a bounded memory.
 */
final class FeedScan {
    /** How many events are read at most to find the wanted ones. */
    static final int READ_MAX = 10_000;

    private static final int CHUNK = 200;
    private static final long CHARACTERS_MAX = 8 << 20;

    private final List<Event> found = new ArrayList<>();
    private final int limit;
    private long upTo;
    private int read;
    private long characters;

    FeedScan(long after, int limit) {
        this.upTo = after;
        this.limit = limit;
    }

    void run(View view, EventLog log, Predicate<Event> wanted) {
        boolean more = true;
        while (more && !isFull()) {
            int chunk = Math.min(read == 0 ? Math.min(CHUNK, limit) : CHUNK, READ_MAX - read);
            List<Event> events = log.after(view, upTo, chunk);
            for (Event event : events) {
                take(event, wanted);
                if (isFull()) {
                    return;
                }
            }
            more = events.size() == chunk;
        }
    }

    private void take(Event event, Predicate<Event> wanted) {
        upTo = event.sequence();
        read++;
        if (wanted.test(event)) {
            found.add(event);
            characters += event.data().length();
        }
    }

    private boolean isFull() {
        return found.size() == limit || read == READ_MAX || characters >= CHARACTERS_MAX;
    }

    List<Event> found() {
        return found;
    }

    /** The last event that was read, wanted or not. */
    long upTo() {
        return upTo;
    }

    boolean isEmpty() {
        return read == 0;
    }
}
