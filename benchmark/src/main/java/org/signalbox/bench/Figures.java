package org.signalbox.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what the rounds of a row measure. */
final class Figures {
    private final Map<String, Figure> byName = new LinkedHashMap<>();

    void add(String name, double value) {
        keep(name, value, null);
    }

    void add(String name, double value, Goal goal) {
        keep(name, value, goal);
    }

    private void keep(String name, double value, @Nullable Goal goal) {
        byName.computeIfAbsent(name, _ -> new Figure(name, goal, new ArrayList<>()))
                .rounds()
                .add(value);
    }

    List<Figure> all() {
        return List.copyOf(byName.values());
    }
}
