package org.signalbox.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Requests by hour and status. Not safe for use by several threads. */
final class Counted {
    private final SortedMap<Instant, Map<Integer, Long>> hours = new TreeMap<>();

    /** A row of the table. */
    record Row(Instant hour, int status, long requests) {}

    void add(Instant hour, int status, long requests) {
        hours.computeIfAbsent(hour, _ -> new HashMap<>()).merge(status, requests, Long::sum);
    }

    void addAll(Counted others) {
        others.rows().forEach(row -> add(row.hour(), row.status(), row.requests()));
    }

    Map<Integer, Long> of(Instant hour) {
        return hours.getOrDefault(hour, Map.of());
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        hours.forEach((hour, answers) ->
                new TreeMap<>(answers)
                        .forEach((status, requests) -> rows.add(new Row(hour, status, requests))));
        return rows;
    }

    boolean isEmpty() {
        return hours.isEmpty();
    }
}
