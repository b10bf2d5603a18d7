package org.signalbox.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;

/**
 * The events of a lane's window, so that most need not be read again when they are sent. It holds a
 * little of its own and more as long as there is space for all; what does not fit is left out.
 * Guarded by the lane's lock.
 */
final class Luggage {
    private static final long OWN = 64 << 10;

    /** What an event takes besides its text. */
    private static final long REST = 512;

    private final Map<Long, Event> events = new HashMap<>();
    private final Space space;
    private long size;

    Luggage(Space space) {
        this.space = space;
    }

    /** What all lanes together may hold beyond what each has of its own, in characters. */
    static final class Space {
        private final AtomicLong left;

        Space(long most) {
            left = new AtomicLong(most);
        }

        private boolean take(long wanted) {
            long before = left.getAndUpdate(free -> free >= wanted ? free - wanted : free);
            return before >= wanted;
        }

        private void giveBack(long taken) {
            left.addAndGet(taken);
        }
    }

    void keep(Event event) {
        long grown = size + sizeOf(event);
        if (!events.containsKey(event.sequence()) && space.take(shared(grown) - shared(size))) {
            events.put(event.sequence(), event);
            size = grown;
        }
    }

    /** Takes it out; null when it is to be read. */
    @Nullable Event take(long sequence) {
        Event event = events.remove(sequence);
        if (event != null) {
            shrink(size - sizeOf(event));
        }
        return event;
    }

    void keepOnly(LongPredicate kept) {
        events.keySet().removeIf(sequence -> !kept.test(sequence));
        shrink(events.values().stream().mapToLong(Luggage::sizeOf).sum());
    }

    void clear() {
        events.clear();
        shrink(0);
    }

    int size() {
        return events.size();
    }

    private void shrink(long smaller) {
        space.giveBack(shared(size) - shared(smaller));
        size = smaller;
    }

    private static long shared(long size) {
        return Math.max(0, size - OWN);
    }

    private static long sizeOf(Event event) {
        return REST + event.data().length();
    }
}
