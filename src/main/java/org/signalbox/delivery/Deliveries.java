package org.signalbox.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.AuditAction;
import org.signalbox.account.AuditTrail;
import org.signalbox.account.Deed;
import org.signalbox.delivery.LaneState.Replay;
import org.signalbox.delivery.SetAside.State;
import org.signalbox.delivery.SkipStore.Skip;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookAudit;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/**
 * What an administrator can do with the deliveries of a webhook. Everything is durable when the
 * call returns. Safe for use by many threads.
 */
@Component
public final class Deliveries {
    private final Database database;
    private final EventLog log;
    private final Webhooks webhooks;
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final DeliveryTables tables;
    private final Census census;
    private final TestEvents tests;
    private final InstantSource time;
    private final AuditTrail audit;

    Deliveries(
            Database database,
            EventLog log,
            Webhooks webhooks,
            Lanes lanes,
            Dispatcher dispatcher,
            DeliveryTables tables,
            Census census,
            TestEvents tests,
            InstantSource time,
            AuditTrail audit) {
        this.database = database;
        this.log = log;
        this.webhooks = webhooks;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.tables = tables;
        this.census = census;
        this.tests = tests;
        this.time = time;
        this.audit = audit;
    }

    /**
     * Sends a sample event at once and waits for what comes of it. Changes nothing else.
     *
     * @param event its name in the webhook's format, or the canonical one
     * @return the delivery's id
     * @throws Refusal if there is no such event
     */
    public String test(Actor actor, long webhookId, String event) {
        return tests.send(webhook(actor, webhookId), event);
    }

    /**
     * Sends nothing more until somebody resumes it; nothing is lost meanwhile.
     *
     * @throws Refusal if there is no such webhook, or the actor is no administrator
     */
    public void pause(Actor actor, long webhookId) {
        var pause = new Pause(time.instant(), actor.id(), "Paused by " + actor.user().name());
        RunningLane lane = lane(actor, webhookId);
        lane.changeDurably(
                rules -> rules.pause(pause), note(actor, deed(AuditAction.WEBHOOK_PAUSED, lane)));
    }

    /** Sends again; what failed since the receiver last took anything gets all its tries anew. */
    public void resume(Actor actor, long webhookId) {
        RunningLane lane = lane(actor, webhookId);
        lane.changeDurably(
                rules -> rules.resume(time.instant()),
                note(actor, deed(AuditAction.WEBHOOK_RESUMED, lane)));
    }

    /** Gives up everything that waits; only what happens from now on is sent. */
    public void skipBacklog(Actor actor, long webhookId) {
        RunningLane lane = lane(actor, webhookId);
        long head = log.head();
        Skip skip = new Skip(head, time.instant(), actor.id());
        Deed deed = deed(AuditAction.WEBHOOK_SKIPPED, lane).with("upTo", head);
        lane.changeDurably(
                rules -> rules.skip(head),
                tx -> {
                    tables.skips().insert(tx, webhookId, skip);
                    audit.append(tx, actor, deed);
                });
    }

    /**
     * Sends a delivery once more, whatever became of it. One that waits for its turn anyway keeps
     * it; what went out with another event goes with that.
     *
     * @throws Refusal if there is no such delivery, or the webhook is disabled
     */
    public void redeliver(Actor actor, long webhookId, String deliveryId) {
        RunningLane lane = sendingLane(actor, webhookId);
        long sequence = goesOutAs(webhookId, deliveryId);
        record Known(Event event, int attempts, @Nullable SetAside aside) {}
        Known known =
                database.read(view ->
                        new Known(
                                log.find(view, sequence).orElseThrow(Refusal.NotFound::new),
                                tables.log().attempts(view, webhookId, sequence),
                                tables.asides().find(view, webhookId, sequence).orElse(null)));
        if (known.attempts() == 0 && known.aside() == null && !lane.wants(known.event())) {
            throw new Refusal.NotFound();
        }
        if (known.aside() != null && known.aside().state() == State.WAITING) {
            return;
        }
        Instant now = time.instant();
        var again =
                new SetAside(
                        sequence,
                        known.event().subject().toString(),
                        State.WAITING,
                        known.attempts(),
                        0,
                        -1,
                        now,
                        true);
        Deed deed = deed(AuditAction.WEBHOOK_REDELIVERED, lane).with("delivery", deliveryId);
        lane.changeDurably(rules -> rules.redeliver(again, now), note(actor, deed));
    }

    private long goesOutAs(long webhookId, String deliveryId) {
        long sequence = DeliveryIds.sequence(deliveryId).orElseThrow(Refusal.NotFound::new);
        return database.read(
                view -> tables.merges().takenBy(view, webhookId, sequence).orElse(sequence));
    }

    /**
     * Sends again what happened from one moment on and before another: everything that the webhook
     * wants now, or only what failed.
     *
     * @param until null for now
     * @return how many deliveries
     * @throws Refusal if the webhook is disabled
     */
    public long replay(
            Actor actor,
            long webhookId,
            Instant since,
            @Nullable Instant until,
            boolean onlyFailed) {
        RunningLane lane = sendingLane(actor, webhookId);
        Replay range = range(since, until);
        Deed deed = deed(AuditAction.WEBHOOK_REPLAYED, lane).with("since", since);
        if (until != null) {
            deed = deed.with("until", until);
        }
        if (onlyFailed) {
            return revive(lane, range, actor, deed.with("onlyFailed", true));
        }
        long count = database.read(view -> count(view, lane.webhook(), range));
        lane.replay(range, dispatcher.doneUpTo(), note(actor, deed.with("count", count)));
        return count;
    }

    private long revive(RunningLane lane, Replay range, Actor actor, Deed deed) {
        long webhookId = lane.webhook().id();
        long revived =
                database.write(tx -> {
                    long count =
                            tables.asides()
                                    .revive(
                                            tx,
                                            webhookId,
                                            range.cursor(),
                                            range.until(),
                                            Micros.of(time.instant()));
                    if (count > 0) {
                        audit.append(tx, actor, deed.with("count", count));
                    }
                    return count;
                });
        lane.fetchMore();
        return revived;
    }

    private static Deed deed(AuditAction action, RunningLane lane) {
        return WebhookAudit.deed(action, lane.webhook());
    }

    private Consumer<Tx> note(Actor actor, Deed deed) {
        return tx -> audit.append(tx, actor, deed);
    }

    /** How many deliveries {@link #replay} would send. */
    public long countReplay(
            Actor actor,
            long webhookId,
            Instant since,
            @Nullable Instant until,
            boolean onlyFailed) {
        RunningLane lane = lane(actor, webhookId);
        Replay range = range(since, until);
        if (!lane.webhook().enabled()) {
            return 0;
        }
        return database.read(view ->
                onlyFailed
                        ? tables.asides()
                                .countFailed(view, webhookId, range.cursor(), range.until())
                        : count(view, lane.webhook(), range));
    }

    private long count(View view, Webhook webhook, Replay range) {
        return census.count(view, webhook, webhook.subscription(), range.cursor(), range.until());
    }

    private Replay range(Instant since, @Nullable Instant until) {
        Instant end = until == null ? time.instant() : until;
        if (!since.isBefore(end)) {
            throw new Refusal.Invalid("until", "Until must be after since.");
        }
        return database.read(
                view -> new Replay(log.lastBefore(view, since), log.lastBefore(view, end)));
    }

    /** Nothing is sent to what is disabled. */
    private RunningLane sendingLane(Actor actor, long webhookId) {
        if (!webhook(actor, webhookId).enabled()) {
            throw new Refusal.Conflict(
                    "The webhook is disabled, so nothing is sent to it. Enable it first.");
        }
        return lane(actor, webhookId);
    }

    private RunningLane lane(Actor actor, long webhookId) {
        webhook(actor, webhookId);
        return lanes.find(webhookId).orElseThrow(Refusal.NotFound::new);
    }

    private Webhook webhook(Actor actor, long webhookId) {
        actor.requireAdmin();
        return webhooks.find(webhookId).orElseThrow(Refusal.NotFound::new);
    }
}
