package org.signalbox.admin;

import java.util.Optional;
import org.signalbox.delivery.DeliveryQuery;
import org.signalbox.delivery.DeliveryState;

/** Which part of a webhook's deliveries is shown. */
record LogFilter(long webhookId, String state, int skipped) {
    static final int ROWS = 20;

    /** One more than is shown, to know whether there is more. */
    DeliveryQuery query() {
        DeliveryQuery all = DeliveryQuery.latest(ROWS + 1).from(skipped);
        Optional<DeliveryState> wanted = DeliveryState.of(state);
        return wanted.isPresent() ? all.in(wanted.get()) : all;
    }

    boolean restricts() {
        return !state.isEmpty() || skipped > 0;
    }

    String href(String otherState) {
        String path = WebhooksPage.path(webhookId);
        return otherState.isEmpty() ? path : path + "?state=" + otherState;
    }

    String older() {
        return WebhooksPage.path(webhookId)
                + "?skip="
                + (skipped + ROWS)
                + (DeliveryState.of(state).isPresent() ? "&state=" + state : "");
    }
}
