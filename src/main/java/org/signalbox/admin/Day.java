package org.signalbox.admin;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Hour;

/** The last 24 hours of a webhook, oldest first. */
record Day(List<Hour> hours) {

    long delivered() {
        return hours.stream().mapToLong(Hour::delivered).sum();
    }

    long failed() {
        return hours.stream().mapToLong(Hour::failed).sum();
    }

    long attempts() {
        return delivered() + failed();
    }

    /** Of the latest hour in which anything was answered; null if there is none. */
    @Nullable Duration p95() {
        for (Hour hour : hours.reversed()) {
            if (hour.p95() != null) {
                return hour.p95();
            }
        }
        return null;
    }
}
