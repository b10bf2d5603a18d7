package org.signalbox.bench;

/** What a figure should reach. */
record Goal(boolean upwards, double value) {

    static Goal atLeast(double value) {
        return new Goal(true, value);
    }

    static Goal atMost(double value) {
        return new Goal(false, value);
    }

    boolean isReachedBy(double figure) {
        return upwards ? figure >= value : figure <= value;
    }

    @Override
    public String toString() {
        return (upwards ? ">= " : "<= ") + Table.number(value);
    }
}
