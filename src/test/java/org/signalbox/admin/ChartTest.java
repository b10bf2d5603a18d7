package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.signalbox.delivery.Backlog;
import org.signalbox.delivery.BacklogHistory;
import org.signalbox.delivery.Hour;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.WebhookStatus;
import org.springframework.context.support.StaticMessageSource;

class ChartTest {

    @Test
    void delivered_stands_on_the_line_and_failed_hangs_below_it() {
        List<Bar> bars =
                Bar.chart(List.of(new Bar.Column(10, 0), new Bar.Column(0, 5)), 96, 15.5, 24);

        assertThat(bars).extracting(Bar::kind).containsExactly("up", "down");
        assertThat(bars.getFirst().y() + bars.getFirst().height()).isEqualTo(15.5);
        assertThat(bars.getLast().y()).isGreaterThan(15.5);
        assertThat(bars.getLast().y() + bars.getLast().height()).isLessThanOrEqualTo(24);
    }

    @Test
    void a_chart_without_failures_uses_its_whole_height() {
        List<Bar> bars =
                Bar.chart(List.of(new Bar.Column(40, 0), new Bar.Column(20, 0)), 288, 79, 80);

        assertThat(bars).extracting(Bar::height).containsExactly(78.0, 39.0);
    }

    @Test
    void one_failure_among_thousands_is_seen() {
        Bar failed = Bar.chart(List.of(new Bar.Column(10_000, 1)), 96, 15.5, 24).getLast();

        assertThat(failed.height()).isGreaterThanOrEqualTo(1.5);
    }

    @Test
    void an_hour_without_answers_has_no_point() {
        List<Point> points =
                Point.latencies(
                        List.of(hour(1, 0, 100L), hour(0, 0, null), hour(1, 0, 50L)), 60, 24);

        assertThat(points).extracting(Point::x).containsExactly(10.0, 50.0);
        assertThat(points.getFirst().y()).isLessThan(points.getLast().y());
        assertThat(Point.path(points)).startsWith("M10.0 ").contains("L50.0 ");
        assertThat(Point.path(points.subList(0, 1))).isEqualTo("M10.0 4.0h0");
    }

    @Test
    void latencies_stand_on_the_scale_beside_them() {
        List<Point> points = Point.latencies(List.of(hour(1, 0, 30L)), 288, 1, 79, 90);

        assertThat(points).extracting(Point::y).containsExactly(53.0);
    }

    @Test
    void what_waits_rises_in_steps_and_pauses_are_shaded() {
        Instant now = Instant.EPOCH.plus(Duration.ofMinutes(50));
        var standing =
                new Standing(WebhookStatus.PAUSED, null, null, now.minusSeconds(1_000), 0, 4, null);
        var past =
                List.of(
                        new Backlog(Instant.EPOCH, 1, true),
                        new Backlog(Instant.EPOCH.plus(BacklogHistory.STEP), 2, false));
        var chart =
                new WaitingChart(
                        Instant.EPOCH,
                        past,
                        standing,
                        Instant.EPOCH,
                        new Wording(
                                new StaticMessageSource(), Locale.ENGLISH, ZoneOffset.UTC, now));

        assertThat(chart.isFlat()).isFalse();
        assertThat(chart.top()).isEqualTo(6);
        assertThat(chart.curve(960, 79)).isEqualTo("M0 66.0H10.0V53.0H20.0V79.0H30.0V27.0H40.0");
        assertThat(chart.pauses(960, 80))
                .containsExactly(new Bar("pause", 0, 0, 10, 80), new Bar("pause", 20, 0, 20, 80));
    }

    private static Hour hour(int delivered, int failed, @Nullable Long p95) {
        Duration slow = p95 == null ? null : Duration.ofMillis(p95);
        return new Hour(Instant.EPOCH, delivered, failed, slow, slow);
    }
}
