package org.signalbox.delivery;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many of many times were about how long, in ranges of which each ends a fifth later than the
 * one before: what it says of them is right to a tenth, however many there are. Not safe for use by
 * several threads.
 */
final class Histogram {
    private static final double RANGES_PER_DOUBLING = 4;

    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    /** What {@link #text} made. */
    static Histogram of(String text) {
        var histogram = new Histogram();
        for (String part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int colon = part.indexOf(':');
            histogram.counts.put(
                    Integer.valueOf(part.substring(0, colon)),
                    Long.valueOf(part.substring(colon + 1)));
        }
        return histogram;
    }

    void add(Duration time) {
        double micros = Math.max(1, time.toNanos() / 1_000.0);
        counts.merge((int) Math.floor(log2(micros) * RANGES_PER_DOUBLING), 1L, Long::sum);
    }

    void addAll(Histogram other) {
        other.counts.forEach((range, count) -> counts.merge(range, count, Long::sum));
    }

    /** About the time that so many of a hundred stayed below; null when there are none. */
    @Nullable Duration percentile(int percent) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long place = (all * percent + 99) / 100;
        for (Map.Entry<Integer, Long> range : counts.entrySet()) {
            place -= range.getValue();
            if (place <= 0) {
                double micros = Math.pow(2, (range.getKey() + 0.5) / RANGES_PER_DOUBLING);
                return Duration.of(Math.round(micros), ChronoUnit.MICROS);
            }
        }
        return null;
    }

    /** Short enough for a column: the ranges that something is in, with how much that is. */
    String text() {
        return counts.entrySet().stream()
                .map(range -> range.getKey() + ":" + range.getValue())
                .collect(joining(" "));
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
