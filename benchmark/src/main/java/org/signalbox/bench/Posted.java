package org.signalbox.bench;

/**
 * Events that were posted, all of them with success.
 *
 * @param first the number of the first
 * @param end the number after the last
 * @param nanos from the first request to the last answer
 * @param moments empty unless they were of interest
 */
record Posted(int first, int end, long nanos, Moments moments) {

    int count() {
        return end - first;
    }

    double perSecond() {
        return count() * 1e9 / nanos;
    }
}
