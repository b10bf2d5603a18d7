package org.signalbox.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/**
 * Which events go out with a later one. What webhooks have no such events are known, so that they
 * cost nothing there. Safe for use by many threads.
 */
@Component
final class Merges {
    private final Set<Long> concerned = ConcurrentHashMap.newKeySet();
    private final MergeStore store;
    private final EventLog log;
    private final Formats formats;

    Merges(MergeStore store, EventLog log, Formats formats, Webhooks webhooks) {
        this.store = store;
        this.log = log;
        this.formats = formats;
        webhooks.onChange(id -> {
            if (webhooks.find(id).isEmpty()) {
                concerned.remove(id);
            }
        });
    }

    /** Finds out for lanes that begin. */
    void learn(View view, Collection<Long> webhookIds) {
        concerned.addAll(store.concerned(view, webhookIds));
    }

    void write(Tx tx, long webhookId, List<Merged> rows) {
        if (!rows.isEmpty()) {
            concerned.add(webhookId);
            store.insert(tx, webhookId, rows);
        }
    }

    /** The events that this one goes out for besides itself, ascending. */
    List<Long> takenIn(View view, long webhookId, long sequence) {
        return concerned.contains(webhookId) ? store.takenIn(view, webhookId, sequence) : List.of();
    }

    /** Of those of these events that take in others, which is the first of them. */
    Map<Long, Long> firsts(View view, long webhookId, Collection<Long> sequences) {
        return concerned.contains(webhookId) && !sequences.isEmpty()
                ? store.firsts(view, webhookId, sequences)
                : Map.of();
    }

    /** When the first of those happened that events beyond the cursor take in, by webhook. */
    Map<Long, Map<Long, Instant>> begunBeyondCursor(View view, Collection<Long> webhookIds) {
        List<Long> ids = webhookIds.stream().filter(concerned::contains).toList();
        return ids.isEmpty() ? Map.of() : store.begunBeyondCursor(view, ids);
    }

    /** The event with which this one goes out; none when it goes out itself. */
    Optional<Long> takenBy(View view, long webhookId, long sequence) {
        return concerned.contains(webhookId)
                ? store.takenBy(view, webhookId, sequence)
                : Optional.empty();
    }

    /** Those of a part of the log that go out with another. */
    Set<Long> between(View view, long webhookId, long after, long until) {
        return concerned.contains(webhookId)
                ? store.between(view, webhookId, after, until)
                : Set.of();
    }

    /** Whether {@link #named} has to look into the database. */
    boolean mayRename(long webhookId, Event event, long first) {
        return first < event.sequence() || concerned.contains(webhookId);
    }

    /**
     * How an event goes out that may take in others: as the first of them would have gone.
     *
     * @param first the earliest of them in memory
     */
    Label named(View view, Webhook webhook, Event event, long first, Label own) {
        List<Long> before = takenIn(view, webhook.id(), first);
        long earliest = before.isEmpty() ? first : before.getFirst();
        return earliest == event.sequence()
                ? own
                : log.find(view, earliest)
                        .flatMap(begun -> formats.label(webhook, begun))
                        .filter(label -> label.format().id().equals(own.format().id()))
                        .orElse(own);
    }
}
