package org.signalbox.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/** When some events were posted. Each is written by one thread, and read after that has ended. */
final class Moments {
    private final int first;
    private final long[] sent;
    private final long[] answered;

    /**
     * @param first the number of the first event
     */
    Moments(int first, int count) {
        this.first = first;
        this.sent = new long[count];
        this.answered = new long[count];
    }

    boolean areWanted() {
        return sent.length > 0;
    }

    void keep(int number, long sentAt, long answeredAt) {
        sent[number - first] = sentAt;
        answered[number - first] = answeredAt;
    }

    /** From the moment each was sent to its arrival, in milliseconds. */
    Percentiles sentToArrival(Inbox... inboxes) {
        return percentiles(sent, inboxes);
    }

    /** From the answer to each to its arrival, in milliseconds, 0 if it arrived before. */
    Percentiles answerToArrival(Inbox... inboxes) {
        return percentiles(answered, inboxes);
    }

    private Percentiles percentiles(long[] from, Inbox... inboxes) {
        return new Percentiles(
                Arrays.stream(inboxes)
                        .flatMapToDouble(inbox ->
                                IntStream.range(0, from.length)
                                        .mapToDouble(i -> after(from[i], inbox.at(first + i))))
                        .toArray());
    }

    private static double after(long from, long to) {
        return Math.max(0, to - from) / 1e6;
    }
}
