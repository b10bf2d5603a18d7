package org.signalbox.bench;

import java.util.Arrays;

/** What arrived for one webhook, and when, by the number in each event. */
final class Inbox {
    private static final int CAPACITY = 16;

    private final String url;
    private final Tally tally;
    private final boolean hangs;
    private long[] at = new long[CAPACITY];

    Inbox(String url, Tally tally, boolean hangs) {
        this.url = url;
        this.tally = tally;
        this.hangs = hangs;
    }

    /** Where the webhook must send to. */
    String url() {
        return url;
    }

    boolean hangs() {
        return hangs;
    }

    /** Called by the receiver's thread only. */
    void take(int index, long now) {
        if (index >= at.length) {
            at = Arrays.copyOf(at, Math.max(index + 1, at.length * 2));
        }
        if (at[index] == 0) {
            at[index] = now;
            tally.first(now);
        } else {
            tally.again();
        }
    }

    /** When the event arrived first; for events that the tally has counted. */
    long at(int index) {
        return at[index];
    }
}
