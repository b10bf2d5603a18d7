package org.signalbox.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.webhook.Patience;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard deliveries are tried.
 *
 * @param retrySchedule how long to wait after each failure in a row
 * @param pauseAfter failures in a row that are tolerated before a webhook is paused
 * @param timeout for one attempt in all
 */
public record DeliverySettings(
        @DefaultValue({"5s", "15s", "1m", "5m", "15m", "30m", "1h", "2h", "4h", "8h"})
                List<Duration> retrySchedule,
        @DefaultValue("10") int pauseAfter,
        @DefaultValue("30s") Duration timeout) {

    public DeliverySettings {
        if (retrySchedule.isEmpty()
                || retrySchedule.stream().anyMatch(step -> !step.isPositive())) {
            throw new IllegalArgumentException(
                    "signalbox.delivery.retry-schedule needs one or more durations above zero");
        }
        if (pauseAfter < 1) {
            throw new IllegalArgumentException("signalbox.delivery.pause-after must be 1 or more");
        }
        if (!timeout.isPositive() || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException(
                    "signalbox.delivery.timeout must be above zero and 5m at most");
        }
        retrySchedule = List.copyOf(retrySchedule);
    }

    /**
     * The same as far as nothing else was promised. The pauses between retries stay ours; where
     * more retries were promised than there are pauses, the last one repeats.
     */
    DeliverySettings within(@Nullable Patience promised) {
        if (promised == null) {
            return this;
        }
        var steps = new ArrayList<Duration>();
        for (int i = 0; i < promised.retries(); i++) {
            steps.add(retrySchedule.get(Math.min(i, retrySchedule.size() - 1)));
        }
        return new DeliverySettings(steps, promised.pauseAfter(), promised.timeout());
    }

    RetrySchedule schedule() {
        return new RetrySchedule(retrySchedule);
    }
}
