package org.signalbox.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** The lanes of all webhooks, kept in step with them. */
@Component
final class Lanes {
    private final Map<Long, RunningLane> byWebhook = new ConcurrentHashMap<>();

    /** Lanes that another is to replace when what they began is recorded. */
    private final Set<RunningLane> leaving = ConcurrentHashMap.newKeySet();

    /** Webhooks that may be changing, and at how many hands. */
    private final Map<Long, Integer> changing = new HashMap<>();

    private final Webhooks webhooks;
    private final Interests interests;
    private final LaneLoader loader;
    private final DeliverySettings settings;

    Lanes(Webhooks webhooks, Interests interests, LaneLoader loader, DeliverySettings settings) {
        this.webhooks = webhooks;
        this.interests = interests;
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
     * Every event up to it is dealt with; what is after it may wait, if there is such a webhook.
     */
    long cursor(long webhookId, long sharedUpTo) {
        return find(webhookId)
                .map(lane -> lane.look(sharedUpTo, rules -> rules.state().cursor()))
                .orElse(Long.MAX_VALUE);
    }

    /** Makes a lane for every webhook. */
    synchronized void load() {
        load(List.copyOf(webhooks.all()), _ -> {});
    }

    private void load(List<Webhook> of, Consumer<RunningLane> begin) {
        for (RunningLane lane : loader.load(of, settings)) {
            byWebhook.put(lane.webhook().id(), lane);
            interests.add(lane);
            dropWhatIsOver(lane);
            if (changing.containsKey(lane.webhook().id())) {
                lane.hold(0);
            }
            begin.accept(lane);
        }
    }

    /**
     * Has this webhook's lane read nothing: what it wants may be changing, from an event on that it
     * must not have passed. It is released when the lane knows, or when nothing came of it.
     */
    synchronized void hold(long webhookId, long sharedUpTo) {
        changing.merge(webhookId, 1, Integer::sum);
        find(webhookId).ifPresent(lane -> lane.hold(sharedUpTo));
    }

    synchronized void release(long webhookId, Dispatcher dispatcher) {
        int left = changing.merge(webhookId, -1, Integer::sum);
        if (left == 0) {
            changing.remove(webhookId);
            find(webhookId).ifPresent(lane -> lane.release(dispatcher));
        }
    }

    /**
     * Makes, changes or ends the lane of this webhook, as the webhook is now.
     *
     * @param begin for a new lane
     */
    synchronized void refresh(long webhookId, Consumer<RunningLane> begin) {
        RunningLane lane = byWebhook.get(webhookId);
        Webhook webhook = webhooks.find(webhookId).orElse(null);
        if (webhook == null) {
            end(lane);
        } else if (lane == null) {
            load(List.of(webhook), begin);
        } else if (lane.webhook().ordering() == webhook.ordering() && !lane.isRetired()) {
            lane.adjust(webhook, loader.settings(webhook, settings));
            interests.add(lane);
            dropWhatIsOver(lane);
        } else {
            replaceWhenDone(lane, webhook, begin);
        }
    }

    private void end(@Nullable RunningLane lane) {
        if (lane != null) {
            lane.retire();
            leaving.remove(lane);
            interests.remove(lane);
            byWebhook.remove(lane.webhook().id());
        }
    }

    /** Another order needs another lane, which begins with what this one leaves in the store. */
    private void replaceWhenDone(RunningLane lane, Webhook webhook, Consumer<RunningLane> begin) {
        lane.retire();
        if (lane.isRecorded()) {
            end(lane);
            load(List.of(webhook), begin);
        } else {
            leaving.add(lane);
            lane.change(_ -> {}); // has it recorded, which looks here again
        }
    }

    /** The webhooks whose lane is to be replaced, and can be now. */
    List<Long> replaceable() {
        return leaving.stream()
                .filter(RunningLane::isRecorded)
                .map(lane -> lane.webhook().id())
                .toList();
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
