package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** The lanes of all webhooks, kept in step with them. */
@Component
final class Lanes {
    private final Map<Long, RunningLane> byWebhook = new ConcurrentHashMap<>();
    private final Webhooks webhooks;
    private final LaneLoader loader;
    private final DeliverySettings settings;

    Lanes(Webhooks webhooks, LaneLoader loader, DeliverySettings settings) {
        this.webhooks = webhooks;
        this.loader = loader;
        this.settings = settings;
    }

    Collection<RunningLane> all() {
        return byWebhook.values();
    }

    Optional<RunningLane> find(long webhookId) {
        return Optional.ofNullable(byWebhook.get(webhookId));
    }

    /**
     * Makes, changes and ends lanes so that there is one for every webhook.
     *
     * @param begin for each new one
     */
    synchronized void refresh(Consumer<RunningLane> begin) {
        var missing = new ArrayList<Webhook>();
        for (Webhook webhook : webhooks.all()) {
            RunningLane lane = byWebhook.get(webhook.id());
            if (lane == null) {
                missing.add(webhook);
            } else if (lane.webhook().ordering() == webhook.ordering()) {
                if (!lane.webhook().equals(webhook)) {
                    lane.adjust(webhook, loader.settings(webhook, settings));
                    dropWhatIsOver(lane);
                }
            } else {
                replaceWhenDone(lane, webhook, missing);
            }
        }
        byWebhook
                .values()
                .removeIf(lane -> {
                    boolean deleted = webhooks.find(lane.webhook().id()).isEmpty();
                    if (deleted) {
                        lane.retire();
                    }
                    return deleted;
                });
        for (RunningLane lane : loader.load(missing, settings)) {
            byWebhook.put(lane.webhook().id(), lane);
            dropWhatIsOver(lane);
            begin.accept(lane);
        }
    }

    /** Whether a lane that was retired can be replaced. */
    boolean anyRetiredIsRecorded() {
        return byWebhook.values().stream().anyMatch(lane -> lane.isRetired() && lane.isRecorded());
    }

    /** Another order needs another lane, which begins with what this one leaves in the store. */
    private static void replaceWhenDone(RunningLane lane, Webhook webhook, List<Webhook> missing) {
        lane.retire();
        if (lane.isRecorded()) {
            missing.add(webhook);
        } else {
            lane.change(_ -> {}); // has it recorded, which looks here again
        }
    }

    /** A webhook that was switched off gets nothing of what happened until then. */
    private static void dropWhatIsOver(RunningLane lane) {
        for (Subscription version : lane.webhook().subscriptions().reversed()) {
            if (!version.enabled()) {
                boolean offNow = version.equals(lane.webhook().subscription());
                lane.change(rules -> {
                    boolean behind = rules.state().cursor() < version.after();
                    if (behind || (offNow && rules.hasBacklog())) {
                        rules.skip(version.after());
                    }
                });
                return;
            }
        }
    }
}
