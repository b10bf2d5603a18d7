package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.event.Event;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/**
 * Which lanes may want events of a type, so that not every lane is asked about every event: with
 * ten thousand webhooks, an event that one of them wants costs one question. Safe for use by many
 * threads.
 */
@Component
final class Interests {
    private final Map<String, Set<RunningLane>> byType = new ConcurrentHashMap<>();

    /** Lanes that can name no types beforehand, as those with wildcards. */
    private final Set<RunningLane> open = ConcurrentHashMap.newKeySet();

    private final Formats formats;

    Interests(Formats formats) {
        this.formats = formats;
    }

    /** Takes the lane in, or what its webhook wants besides what it wanted before. */
    void add(RunningLane lane) {
        typesOf(lane.webhook())
                .ifPresentOrElse(
                        types -> types.forEach(type -> lanesOf(type).add(lane)),
                        () -> open.add(lane));
    }

    private Set<RunningLane> lanesOf(String type) {
        return byType.computeIfAbsent(type, _ -> ConcurrentHashMap.newKeySet());
    }

    void remove(RunningLane lane) {
        open.remove(lane);
        byType.values().forEach(lanes -> lanes.remove(lane));
    }

    /** All that it has wanted since some moment; nothing when that is not a list of types. */
    private Optional<Set<String>> typesOf(Webhook webhook) {
        var types = new HashSet<String>();
        for (Subscription version : webhook.subscriptions()) {
            for (String name : version.events()) {
                Optional<String> type = formats.get(version.format()).typeOf(name);
                if (type.isEmpty()) {
                    return Optional.empty();
                }
                types.add(type.get());
            }
        }
        return Optional.of(types);
    }

    /** What each lane wants of these events; only those that want something and keep up. */
    Map<RunningLane, List<Event>> of(List<Event> events) {
        var wanted = new HashMap<RunningLane, List<Event>>();
        for (Event event : events) {
            offer(event, byType.getOrDefault(event.type(), Set.of()), wanted);
            offer(event, open, wanted);
        }
        return wanted;
    }

    private static void offer(
            Event event, Collection<RunningLane> lanes, Map<RunningLane, List<Event>> wanted) {
        for (RunningLane lane : lanes) {
            if (lane.isFollowing() && lane.wants(event)) {
                List<Event> its = wanted.computeIfAbsent(lane, _ -> new ArrayList<>());
                if (its.isEmpty() || its.getLast().sequence() != event.sequence()) {
                    its.add(event);
                }
            }
        }
    }
}
