package org.signalbox.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.store.View;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.Standings;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookStatus;
import org.springframework.stereotype.Component;

/** Says how each webhook fares, from its lane and from what waits in the store. */
@Component
final class DeliveryStandings implements Standings {
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final SetAsideStore asides;
    private final Backlogs backlogs;
    private final Users users;

    DeliveryStandings(
            Lanes lanes,
            Dispatcher dispatcher,
            SetAsideStore asides,
            Backlogs backlogs,
            Users users) {
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.asides = asides;
        this.backlogs = backlogs;
        this.users = users;
    }

    private record Look(LaneState state, boolean failing, int waiting, long readUpTo) {}

    @Override
    public Standing of(View view, Webhook webhook) {
        Optional<RunningLane> lane = lanes.find(webhook.id());
        if (!webhook.enabled()) {
            Subscription off = webhook.switchedOff();
            return new Standing(
                    WebhookStatus.DISABLED, null, nameOf(view, off.by()), off.since(), 0, 0, null);
        }
        if (lane.isEmpty()) {
            return new Standing(WebhookStatus.ACTIVE, null, null, null, 0, 0, null);
        }
        Look look = lane.get().look(dispatcher.doneUpTo(), DeliveryStandings::look);
        LaneState state = look.state();
        long pending =
                look.waiting()
                        + asides.countActive(view, webhook.id())
                        + backlogs.behind(view, webhook, look.readUpTo());
        int failures = state.consecutiveFailures();
        Pause pause = state.pause();
        if (pause != null) {
            return new Standing(
                    WebhookStatus.PAUSED,
                    pause.reason(),
                    nameOf(view, pause.by()),
                    pause.since(),
                    failures,
                    pending,
                    null);
        }
        if (look.failing()) {
            return new Standing(
                    WebhookStatus.FAILING,
                    reason(failures),
                    null,
                    state.failingSince(),
                    failures,
                    pending,
                    state.nextProbeAt());
        }
        return new Standing(WebhookStatus.ACTIVE, null, null, null, failures, pending, null);
    }

    static String reason(int failures) {
        return failures + " failures in a row";
    }

    private @Nullable String nameOf(View view, @Nullable Long userId) {
        return userId == null
                ? null
                : users.find(view, userId).map(User::name).orElse(Long.toString(userId));
    }

    private static Look look(Lane rules) {
        return new Look(rules.state(), rules.failing(), rules.waiting(), rules.readUpTo());
    }
}
