package org.signalbox.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something measured in every round.
 *
 * @param name with its unit
 * @param goal null for what is only good to know
 */
record Figure(String name, @Nullable Goal goal, List<Double> rounds) {

    double median() {
        return percentiles().median();
    }

    double min() {
        return percentiles().min();
    }

    double max() {
        return percentiles().max();
    }

    /** Whether the median is as good as it should be. */
    boolean isReached() {
        return goal == null || goal.isReachedBy(median());
    }

    private Percentiles percentiles() {
        return new Percentiles(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
