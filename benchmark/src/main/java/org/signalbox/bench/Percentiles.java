package org.signalbox.bench;

import java.util.Arrays;

/** Some measured values, ordered. */
final class Percentiles {
    private final double[] ascending;

    Percentiles(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        ascending = values.clone();
        Arrays.sort(ascending);
    }

    /** The smallest value that so much of all are not above: 0.99 for the 99th percentile. */
    double at(double part) {
        int rank = (int) Math.ceil(part * ascending.length);
        return ascending[Math.max(rank, 1) - 1];
    }

    /** The one in the middle, or half-way between the two there. */
    double median() {
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1
                ? ascending[middle]
                : (ascending[middle - 1] + ascending[middle]) / 2;
    }

    double min() {
        return ascending[0];
    }

    double max() {
        return ascending[ascending.length - 1];
    }
}
