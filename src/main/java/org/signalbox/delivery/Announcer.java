package org.signalbox.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.delivery.Unwritten.Entry;
import org.signalbox.event.Change;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.store.Tx;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says in the event log that a webhook began to fail, was paused or recovered, in the transaction
 * that records it. What changes and changes back between two records is not told.
 */
@Component
final class Announcer {
    private final EventLog log;
    private final Users users;
    private final ObjectProvider<ConditionListener> listeners;

    Announcer(EventLog log, Users users, ObjectProvider<ConditionListener> listeners) {
        this.log = log;
        this.users = users;
        this.listeners = listeners;
    }

    void announce(Tx tx, Entry entry, LaneState state) {
        Condition before = entry.before();
        Condition now = Condition.of(state);
        if (before == now) {
            return;
        }
        WebhookState told = told(entry, state, now);
        Pause pause = state.pause();
        User actor = pause == null || pause.by() == null ? null : user(tx, pause.by());
        var status = new Change(before.status().word(), now.status().word());
        log.append(
                tx,
                new NewEvent(
                        type(now),
                        Subject.of("webhook", told.id()),
                        null,
                        actor == null ? null : actor.id(),
                        new Snapshot(told, actor, Map.of("status", status))));
        listeners.forEach(listener -> listener.changed(tx, told, before, now));
    }

    private static String type(Condition now) {
        return switch (now) {
            case WELL -> EventTypes.WEBHOOK_RECOVERED;
            case FAILING -> EventTypes.WEBHOOK_FAILING;
            case STOPPED, PAUSED -> EventTypes.WEBHOOK_PAUSED;
        };
    }

    private @Nullable User user(Tx tx, long id) {
        return users.find(tx, id).orElse(null);
    }

    private static WebhookState told(Entry entry, LaneState state, Condition now) {
        Webhook webhook = entry.lane().webhook();
        return new WebhookState(
                webhook.id(),
                webhook.name(),
                webhook.format(),
                now.status(),
                reason(state, now),
                since(state, now),
                state.consecutiveFailures(),
                now.needsAttention() ? lastError(entry.attempts()) : null);
    }

    private static @Nullable String reason(LaneState state, Condition now) {
        Pause pause = state.pause();
        if (pause != null) {
            return pause.reason();
        }
        return now == Condition.FAILING
                ? DeliveryStandings.reason(state.consecutiveFailures())
                : null;
    }

    private static @Nullable Instant since(LaneState state, Condition now) {
        Pause pause = state.pause();
        if (pause != null) {
            return pause.since();
        }
        return now == Condition.FAILING ? state.failingSince() : null;
    }

    private static @Nullable String lastError(List<Attempted> attempts) {
        for (Attempted one : attempts.reversed()) {
            if (one.attempt().error() != null) {
                return one.attempt().error();
            }
        }
        return null;
    }
}
