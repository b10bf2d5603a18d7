package org.signalbox.admin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.signalbox.account.Actor;
import org.signalbox.account.ApiTokens;
import org.signalbox.oauth.Applications;
import org.signalbox.usage.ApiUse;
import org.signalbox.usage.UsedHour;
import org.springframework.stereotype.Component;

/** Lays out how much the API was used in the last 24 hours. */
@Component
final class UseViews {
    private static final double WIDTH = 288;
    private static final double HEIGHT = 54;
    private static final double BASE = 42;

    private final ApiUse use;
    private final ApiTokens tokens;
    private final Applications applications;

    UseViews(ApiUse use, ApiTokens tokens, Applications applications) {
        this.use = use;
        this.tokens = tokens;
        this.applications = applications;
    }

    UseView of(Actor actor, Wording wording) {
        List<UsedHour> hours = use.lastDay(actor);
        Instant since = hours.getFirst().start();
        long requests = hours.stream().mapToLong(UsedHour::requests).sum();
        List<Bar.Column> columns =
                hours.stream()
                        .map(hour -> new Bar.Column(hour.requests() - hour.bad(), hour.bad()))
                        .toList();
        return new UseView(
                wording.count(requests),
                wording.say("api.use.requests", requests),
                alternative(hours, requests, wording),
                WIDTH,
                HEIGHT,
                BASE,
                Bar.chart(columns, WIDTH, BASE, HEIGHT),
                answers(hours, UsedHour::refused, wording),
                answers(hours, UsedHour::failed, wording),
                wording.count(tokens.countUsedSince(actor, since)),
                wording.count(applications.countUsedSince(actor, since)));
    }

    private static String alternative(List<UsedHour> hours, long requests, Wording wording) {
        UsedHour busiest =
                hours.stream().max(Comparator.comparingLong(UsedHour::requests)).orElseThrow();
        return requests == 0
                ? wording.say("api.use.none")
                : wording.say(
                        "api.use.alternative",
                        requests,
                        hours.stream().mapToLong(UsedHour::bad).sum(),
                        busiest.requests(),
                        wording.minute(busiest.start()));
    }

    /** "12, all 401", "12: 9 × 401, 3 × 403". */
    private static String answers(
            List<UsedHour> hours,
            Function<UsedHour, SortedMap<Integer, Long>> kind,
            Wording wording) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        hours.forEach(hour ->
                kind.apply(hour)
                        .forEach((status, count) -> counts.merge(status, count, Long::sum)));
        String all = wording.count(counts.values().stream().mapToLong(Long::longValue).sum());
        if (counts.size() < 2) {
            return counts.isEmpty()
                    ? all
                    : wording.say("api.use.all", all, counts.firstKey().toString());
        }
        String parts =
                counts.entrySet().stream()
                        .map(one ->
                                wording.say(
                                        "api.use.part",
                                        wording.count(one.getValue()),
                                        one.getKey().toString()))
                        .collect(Collectors.joining(", "));
        return wording.say("api.use.parts", all, parts);
    }
}
