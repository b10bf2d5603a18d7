package org.signalbox.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Backlog;
import org.signalbox.delivery.BacklogHistory;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.WebhookStatus;

/**
 * What waited for a webhook in the last 24 hours, and when it was paused.
 *
 * @param first when the chart begins
 * @param past what was written down since
 * @param oldest when the oldest of all that wait happened; null where that is not known
 */
record WaitingChart(
        Instant first,
        List<Backlog> past,
        Standing now,
        @Nullable Instant oldest,
        Wording wording) {
    private static final double EDGE = 1;
    private static final int STEPS = (int) Duration.ofDays(1).dividedBy(BacklogHistory.STEP);

    /** Whether there is nothing to show. */
    boolean isFlat() {
        return now.pendingDeliveries() == 0 && past.stream().allMatch(one -> one.pending() == 0);
    }

    /** The whole height of the chart where nothing was sent. */
    List<Bar> pauses(double width, double height) {
        double pitch = width / STEPS;
        Map<Integer, Backlog> steps = steps();
        List<Bar> bars = new ArrayList<>();
        int begun = -1;
        for (int i = 0; i <= current() + 1; i++) {
            boolean paused = i <= current() && isPaused(i, steps.get(i));
            if (paused && begun < 0) {
                begun = i;
            } else if (!paused && begun >= 0) {
                double x = Point.rounded(begun * pitch);
                bars.add(new Bar("pause", x, 0, Point.rounded(i * pitch - x), height));
                begun = -1;
            }
        }
        return bars;
    }

    /** How many its upper edge stands for. */
    long top() {
        long most = now.pendingDeliveries();
        for (Backlog one : past) {
            most = Math.max(most, one.pending());
        }
        return Scale.inThirds((double) most);
    }

    /** A line in steps, from the left to now. */
    String curve(double width, double base) {
        double pitch = width / STEPS;
        Map<Integer, Backlog> steps = steps();
        double unit = (base - EDGE) / top();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= current(); i++) {
            Backlog step = steps.get(i);
            long pending =
                    i == current() ? now.pendingDeliveries() : step == null ? 0 : step.pending();
            path.append(i == 0 ? "M0 " : "V")
                    .append(Point.rounded(base - pending * unit))
                    .append('H')
                    .append(Point.rounded((i + 1) * pitch));
        }
        return path.toString();
    }

    String words() {
        return oldest == null || now.pendingDeliveries() == 0
                ? ""
                : wording.say(
                        "webhook.chart.waiting.words",
                        wording.span(Duration.between(oldest, wording.now())));
    }

    private boolean isPaused(int step, @Nullable Backlog written) {
        Instant since = now.since();
        boolean still =
                now.status() == WebhookStatus.PAUSED
                        && since != null
                        && since.isBefore(first.plus(BacklogHistory.STEP.multipliedBy(step + 1L)));
        return still || (written != null && written.paused());
    }

    private int current() {
        return Math.min(STEPS - 1, step(wording.now()));
    }

    private Map<Integer, Backlog> steps() {
        Map<Integer, Backlog> steps = new HashMap<>();
        past.forEach(one -> steps.put(step(one.start()), one));
        return steps;
    }

    private int step(Instant moment) {
        return (int) Duration.between(first, moment).dividedBy(BacklogHistory.STEP);
    }
}
