package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.loop.Housekeeping;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookStatus;
import org.springframework.stereotype.Component;

/**
 * Writes down now and then how much waits for each webhook, so that a chart can show how that came
 * about. Of a webhook for which nothing waits nothing is written.
 */
@Component
public final class BacklogHistory extends Housekeeping {
    /** What is written is of so long a time. */
    public static final Duration STEP = Sums.QUARTER;

    private static final int PIECE = 500;

    private final Database database;
    private final BacklogStore store;
    private final Lanes lanes;
    private final DeliveryStandings standings;
    private final InstantSource time;

    BacklogHistory(
            Database database,
            BacklogStore store,
            Lanes lanes,
            DeliveryStandings standings,
            InstantSource time,
            Surprises surprises) {
        super("backlog", surprises);
        this.database = database;
        this.store = store;
        this.lanes = lanes;
        this.standings = standings;
        this.time = time;
    }

    /** What waited since then, oldest first; nothing for quarters in which nothing did. */
    public List<Backlog> since(Instant since, long webhookId) {
        return database.read(view -> store.read(view, webhookId, since));
    }

    /** Looks once, and removes a piece of what no chart shows any more. */
    @Override
    protected int pass() {
        Instant now = time.instant();
        Instant quarter = Sums.floor(now, STEP);
        Map<Long, Backlog> waiting = new HashMap<>();
        for (RunningLane lane : lanes.all()) {
            Webhook webhook = lane.webhook();
            Standing standing = database.read(view -> standings.of(view, webhook));
            boolean paused = standing.status() == WebhookStatus.PAUSED;
            if (paused || standing.pendingDeliveries() > 0) {
                waiting.put(
                        webhook.id(), new Backlog(quarter, standing.pendingDeliveries(), paused));
            }
        }
        return database.write(tx -> {
            store.write(tx, quarter, waiting);
            return store.remove(tx, now.minus(Traffic.KEPT), PIECE);
        });
    }
}
