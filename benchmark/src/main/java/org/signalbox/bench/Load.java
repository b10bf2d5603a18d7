package org.signalbox.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** When which events are to be posted, and when it is enough. Shared by many posting threads. */
abstract sealed class Load {
    private static final int END = -1;
    private static final long LOOK_EVERY_NANOS = 200_000;

    final int first;
    final AtomicInteger next;

    private Load(int first) {
        this.first = first;
        this.next = new AtomicInteger(first);
    }

    /** So many events, as fast as they are taken. */
    static Load of(int first, int count) {
        return new Counted(first, count);
    }

    /** As fast as they are taken and arrive: with so many at most on their way. */
    static Load lasting(int first, Duration duration, Tally tally, int underWayMax) {
        return new Lasting(first, duration, tally, underWayMax);
    }

    /** So many a second, however long an answer takes. */
    static Load paced(int first, int perSecond, Duration duration) {
        return new Paced(first, perSecond, duration);
    }

    /** Waits for the moment of the next events; the number of the first, or negative at the end. */
    abstract int claim(int count);

    /** The number after the last event, when all were claimed. */
    int end() {
        return next.get();
    }

    /** For how many events the moments are of interest. */
    int timed() {
        return 0;
    }

    private static final class Counted extends Load {
        private final int end;

        Counted(int first, int count) {
            super(first);
            this.end = first + count;
        }

        @Override
        int claim(int count) {
            int number = next.getAndUpdate(n -> n < end ? n + count : n);
            return number < end ? number : END;
        }
    }

    private static final class Lasting extends Load {
        private final long endsAt;
        private final Tally tally;
        private final int underWayMax;

        Lasting(int first, Duration duration, Tally tally, int underWayMax) {
            super(first);
            this.endsAt = System.nanoTime() + duration.toNanos();
            this.tally = tally;
            this.underWayMax = underWayMax;
        }

        @Override
        int claim(int count) {
            while (System.nanoTime() < endsAt) {
                if (next.get() - tally.arrived() < underWayMax) {
                    return next.getAndAdd(count);
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            return END;
        }
    }

    private static final class Paced extends Load {
        private final long startsAt = System.nanoTime();
        private final int end;
        private final long gap;

        Paced(int first, int perSecond, Duration duration) {
            super(first);
            this.end = first + Math.toIntExact(duration.toMillis() * perSecond / 1_000);
            this.gap = 1_000_000_000L / perSecond;
        }

        @Override
        int claim(int count) {
            int number = next.getAndAdd(count);
            if (number >= end) {
                return END;
            }
            long moment = startsAt + (number - first) * gap;
            for (long rest = moment - System.nanoTime();
                    rest > 0;
                    rest = moment - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            return number;
        }

        @Override
        int end() {
            return end;
        }

        @Override
        int timed() {
            return end - first;
        }
    }
}
