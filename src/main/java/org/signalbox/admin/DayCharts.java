package org.signalbox.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Hour;

/** The last 24 hours of one webhook, small for the list and larger for its own page. */
record DayCharts(Day day, Wording wording) {
    private static final double WIDTH = 288;
    private static final double HEIGHT = 80;
    private static final int HOURS_PER_LABEL = 4;

    /** Nothing if nothing was sent. */
    Optional<WebhookList.Success> success() {
        if (day.attempts() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new WebhookList.Success(
                        wording.rate(day.delivered(), day.attempts()),
                        wording.say(
                                "chart.success",
                                wording.rate(day.delivered(), day.attempts()),
                                day.delivered(),
                                day.failed()),
                        Bar.chart(columns(), 96, 15.5, 24)));
    }

    /** Nothing if nothing was answered. */
    Optional<WebhookList.Latency> latency() {
        Duration p95 = day.p95();
        if (p95 == null) {
            return Optional.empty();
        }
        List<Point> points = Point.latencies(day.hours(), 64, 24);
        return Optional.of(
                new WebhookList.Latency(
                        wording.took(p95),
                        wording.say("chart.latency", wording.took(p95)),
                        Point.area(points, 24),
                        Point.path(points)));
    }

    /** None if nothing was sent and nothing waits. */
    List<WebhookView.Chart> charts(WaitingChart waiting) {
        List<Bar> pauses = waiting.pauses(WIDTH, HEIGHT);
        List<WebhookView.Chart> charts = new ArrayList<>();
        if (day.attempts() > 0) {
            charts.add(deliveries(pauses));
            charts.add(responses(day.p95(), pauses));
        }
        if (day.attempts() > 0 || !waiting.isFlat()) {
            charts.add(waiting(waiting, pauses));
        }
        return charts;
    }

    private WebhookView.Chart deliveries(List<Bar> pauses) {
        double base = day.failed() == 0 ? HEIGHT - 1 : HEIGHT * 0.75;
        return new WebhookView.Chart(
                wording.say("webhook.chart.deliveries"),
                wording.count(day.delivered()),
                wording.say("webhook.chart.deliveries.words", day.failed()),
                wording.say(
                        "chart.success",
                        wording.rate(day.delivered(), day.attempts()),
                        day.delivered(),
                        day.failed()),
                List.of(),
                pauses,
                Bar.chart(columns(), WIDTH, base, HEIGHT),
                base,
                "",
                "",
                "",
                null,
                labels());
    }

    /**
     * Hours in which the receiver took nothing are single points: there was a probe now and then.
     */
    private WebhookView.Chart responses(@Nullable Duration p95, List<Bar> pauses) {
        String figure = p95 == null ? Wording.NOTHING : wording.took(p95);
        long top = Scale.inThirds(Point.slowest(day.hours()));
        List<Point> points = Point.latencies(day.hours(), WIDTH, 1, HEIGHT - 0.5, (double) top);
        List<Hour> answered = day.hours().stream().filter(hour -> hour.p95() != null).toList();
        List<Point> line = new ArrayList<>();
        List<Point> single = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            (answered.get(i).delivered() > 0 ? line : single).add(points.get(i));
        }
        if (line.size() == 1) {
            single.add(line.removeFirst());
        }
        return new WebhookView.Chart(
                wording.say("webhook.chart.response"),
                figure,
                wording.say("webhook.chart.response.words"),
                wording.say("chart.latency", figure),
                thirds(),
                pauses,
                List.of(),
                HEIGHT - 0.5,
                Point.path(line),
                "",
                Point.dots(single),
                p95 == null ? null : wording.took(Duration.ofMillis(top)),
                labels());
    }

    private WebhookView.Chart waiting(WaitingChart waiting, List<Bar> pauses) {
        double base = HEIGHT - 0.5;
        String curve = waiting.curve(WIDTH, base);
        long pending = waiting.now().pendingDeliveries();
        return new WebhookView.Chart(
                wording.say("webhook.chart.waiting"),
                wording.count(pending),
                waiting.words(),
                wording.say("webhook.chart.waiting.alternative", pending),
                thirds(),
                pauses,
                List.of(),
                base,
                curve,
                curve + "V" + base + "H0Z",
                "",
                waiting.isFlat() ? null : wording.count(waiting.top()),
                labels());
    }

    private List<Bar.Column> columns() {
        return day.hours().stream()
                .map(hour -> new Bar.Column(hour.delivered(), hour.failed()))
                .toList();
    }

    private static List<Double> thirds() {
        double third = (HEIGHT - 1.5) / 3;
        return List.of(1.0, Point.rounded(1 + third), Point.rounded(1 + 2 * third));
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        List<Hour> hours = day.hours();
        for (int i = 0; i < hours.size(); i += HOURS_PER_LABEL) {
            labels.add(wording.hour(hours.get(i).start()));
        }
        labels.add(wording.say("chart.now"));
        return labels;
    }
}
