package org.signalbox.delivery;

import org.signalbox.webhook.WebhookStatus;

/** How an enabled webhook fares, as far as others are told. */
public enum Condition {
    WELL(WebhookStatus.ACTIVE),
    FAILING(WebhookStatus.FAILING),
    /** Its receiver's answers paused it. */
    STOPPED(WebhookStatus.PAUSED),
    /** A person paused it. */
    PAUSED(WebhookStatus.PAUSED);

    private final WebhookStatus status;

    Condition(WebhookStatus status) {
        this.status = status;
    }

    static Condition of(Lane lane) {
        return of(lane.state());
    }

    static Condition of(LaneState state) {
        Pause pause = state.pause();
        if (pause != null) {
            return pause.by() == null ? STOPPED : PAUSED;
        }
        return Breaker.isFailing(state.consecutiveFailures()) ? FAILING : WELL;
    }

    public WebhookStatus status() {
        return status;
    }

    /** Whether somebody should look at the webhook. */
    public boolean needsAttention() {
        return this == FAILING || this == STOPPED;
    }
}
