package org.signalbox.bench;

import java.time.Duration;
import java.util.List;

/** All rows, in the order in which they are measured. */
final class Rows {
    /** In the catalogue of events what anybody may post. */
    static final String TYPE = "custom.bench";

    private static final List<Row> ALL =
            List.of(
                    new Drain(),
                    new Flow("flow", 4, 100, Duration.ofSeconds(60), Goal.atLeast(12_000)),
                    new Flow("single", 32, 1, Duration.ofSeconds(15), Goal.atLeast(6_000)),
                    new Latency(),
                    new FanOut(),
                    new Isolation(),
                    new Backlog(),
                    new Many(),
                    new Writes(),
                    new Formats(),
                    new Work(),
                    new Start());

    private Rows() {}

    static List<Row> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(Row::name).toList();
    }
}
