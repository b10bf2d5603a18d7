package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/**
 * How much went where in the last days. Reads sums, not attempts, so that a look costs the same
 * however many there were.
 */
@Component
public final class Traffic {
    /** So long back this can be asked for. */
    public static final Duration KEPT = Duration.ofDays(8);

    private static final int HOURS = 24;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Database database;
    private final Tally tally;
    private final InstantSource time;

    Traffic(Database database, Tally tally, InstantSource time) {
        this.database = database;
        this.tally = tally;
        this.time = time;
    }

    /** The hours of any webhook by its id, read once: oldest first, the running one last. */
    public LongFunction<List<Hour>> lastDay() {
        Instant first = firstHour();
        Map<Long, Map<Instant, Counts>> busy = hours(quarters(first, null));
        return id -> filled(first, busy.getOrDefault(id, Map.of()));
    }

    /** The hours of that webhook, oldest first, the running one last. */
    public List<Hour> lastDay(long webhookId) {
        Instant first = firstHour();
        return filled(first, hours(quarters(first, webhookId)).getOrDefault(webhookId, Map.of()));
    }

    /** So many steps of time, the running one last, and what they come to together. */
    public Flow last(int steps, Duration step) {
        Instant first = Sums.floor(time.instant(), step).minus(step.multipliedBy(steps - 1L));
        Sums sums =
                tally.with(store ->
                        database.read(view -> {
                            var found = new Sums();
                            store.readMinutes(view, first, found);
                            return found;
                        }));
        var whole = new Counts();
        var parts = new HashMap<Instant, Counts>();
        sums.minutes()
                .forEach((start, counts) -> {
                    if (!start.isBefore(first)) {
                        whole.addAll(counts);
                        parts.computeIfAbsent(Sums.floor(start, step), _ -> new Counts())
                                .addAll(counts);
                    }
                });
        var stretches = new ArrayList<Stretch>();
        for (int i = 0; i < steps; i++) {
            Instant start = first.plus(step.multipliedBy(i));
            stretches.add(Stretch.of(start, parts.getOrDefault(start, new Counts())));
        }
        return new Flow(Stretch.of(first, whole), stretches);
    }

    /** The webhooks that something was answered by in that time, the slowest first. */
    public List<Speed> slowest(Duration span) {
        Instant since = Sums.floor(time.instant().minus(span), Sums.QUARTER);
        var answers = new HashMap<Long, Histogram>();
        quarters(since, null)
                .quarters()
                .forEach((key, counts) ->
                        answers.computeIfAbsent(key.webhookId(), _ -> new Histogram())
                                .addAll(counts.answers()));
        var speeds = new ArrayList<Speed>();
        answers.forEach((id, histogram) -> {
            Duration p95 = histogram.percentile(95);
            if (p95 != null) {
                speeds.add(new Speed(id, p95));
            }
        });
        speeds.sort(
                Comparator.comparing(Speed::p95).reversed().thenComparingLong(Speed::webhookId));
        return speeds;
    }

    private Sums quarters(Instant since, @Nullable Long webhookId) {
        return tally.with(store ->
                database.read(view -> {
                    var found = new Sums();
                    store.readQuarters(view, since, webhookId, found);
                    return found;
                }));
    }

    private Instant firstHour() {
        return Sums.floor(time.instant(), HOUR).minus(HOUR.multipliedBy(HOURS - 1L));
    }

    private static Map<Long, Map<Instant, Counts>> hours(Sums sums) {
        var hours = new HashMap<Long, Map<Instant, Counts>>();
        for (Map.Entry<Sums.Key, Counts> quarter : sums.quarters().entrySet()) {
            Sums.Key key = quarter.getKey();
            hours.computeIfAbsent(key.webhookId(), _ -> new HashMap<>())
                    .computeIfAbsent(Sums.floor(key.start(), HOUR), _ -> new Counts())
                    .addAll(quarter.getValue());
        }
        return hours;
    }

    private static List<Hour> filled(Instant first, Map<Instant, Counts> busy) {
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            Instant start = first.plus(HOUR.multipliedBy(i));
            hours.add(hour(start, busy.getOrDefault(start, new Counts())));
        }
        return hours;
    }

    private static Hour hour(Instant start, Counts counts) {
        return new Hour(
                start,
                Math.toIntExact(counts.delivered()),
                Math.toIntExact(counts.failed()),
                counts.answers().percentile(50),
                counts.answers().percentile(95));
    }
}
