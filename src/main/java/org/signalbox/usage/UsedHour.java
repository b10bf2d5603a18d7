package org.signalbox.usage;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The requests of one hour.
 *
 * @param answers how many got which status
 */
public record UsedHour(Instant start, Map<Integer, Long> answers) {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);
    private static final int FAULT = 500;

    public UsedHour {
        answers = Map.copyOf(answers);
    }

    public long requests() {
        return sum(answers);
    }

    /** Whom the server did not let in or did not let do it, by status. */
    public SortedMap<Integer, Long> refused() {
        var found = new TreeMap<>(answers);
        found.keySet().retainAll(REFUSALS);
        return found;
    }

    /** Where the server is to blame, by status. */
    public SortedMap<Integer, Long> failed() {
        return new TreeMap<>(answers).tailMap(FAULT);
    }

    /** What went wrong, of whatever kind. */
    public long bad() {
        return sum(refused()) + sum(failed());
    }

    private static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
