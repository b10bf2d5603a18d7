package org.signalbox.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/** How much waits to be sent, and who needs attention; from memory where it is there. */
@Component
public final class Waiting {
    /** So many events are looked at to find the first that a webhook wants. */
    private static final int LOOK_MAX = 200;

    private final Database database;
    private final EventLog log;
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final DeliveryTables tables;
    private final Backlogs backlogs;
    private final Courier courier;

    Waiting(
            Database database,
            EventLog log,
            Lanes lanes,
            Dispatcher dispatcher,
            DeliveryTables tables,
            Backlogs backlogs,
            Courier courier) {
        this.database = database;
        this.log = log;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.tables = tables;
        this.backlogs = backlogs;
        this.courier = courier;
    }

    private record Look(int inMemory, long readUpTo) {}

    /** How many enabled webhooks somebody should look at. */
    public int needingAttention() {
        return (int) lanes.all().stream().filter(Waiting::needsAttention).count();
    }

    /** Whether somebody should look at this one. */
    public boolean needsAttention(long webhookId) {
        return lanes.find(webhookId).filter(Waiting::needsAttention).isPresent();
    }

    private static boolean needsAttention(RunningLane lane) {
        return lane.webhook().enabled() && lane.look(0, Condition::of).needsAttention();
    }

    /** How many deliveries wait, by webhook; without those for which none does. */
    public Map<Long, Long> deliveries() {
        return database.read(view -> {
            Map<Long, Long> asides = tables.asides().countActive(view);
            var waiting = new HashMap<Long, Long>();
            for (RunningLane lane : lanes.all()) {
                Webhook webhook = lane.webhook();
                long count =
                        webhook.enabled()
                                ? asides.getOrDefault(webhook.id(), 0L) + unread(view, lane)
                                : 0;
                if (count > 0) {
                    waiting.put(webhook.id(), count);
                }
            }
            return waiting;
        });
    }

    /** What was read and not sent, and of a lane that lags behind what it has to read. */
    private long unread(View view, RunningLane lane) {
        long done = dispatcher.doneUpTo();
        Look look = lane.look(done, rules -> new Look(rules.waiting(), rules.readUpTo()));
        return look.readUpTo() < done
                ? look.inMemory() + backlogs.behind(view, lane.webhook(), look.readUpTo())
                : look.inMemory();
    }

    /** When that happened which waits longest to be sent to this webhook, as far as is known. */
    public Optional<Instant> oldest(long webhookId) {
        Optional<RunningLane> lane = lanes.find(webhookId);
        if (lane.isEmpty()) {
            return Optional.empty();
        }
        long cursor = lane.get().look(dispatcher.doneUpTo(), rules -> rules.state().cursor());
        return database.read(view -> {
            Optional<Event> aside =
                    tables.asides()
                            .firstActive(view, webhookId)
                            .flatMap(sequence -> log.find(view, sequence));
            Optional<Event> next =
                    log.after(view, cursor, LOOK_MAX).stream()
                            .filter(event -> courier.label(lane.get().webhook(), event).isPresent())
                            .findFirst();
            return aside.or(() -> next).map(Event::occurredAt);
        });
    }
}
