package org.signalbox.feed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.format.StandardData;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/**
 * The log for readers that remember how far they are. Who goes on after {@link FeedPage#upTo} each
 * time gets every event once, whoever appends meanwhile.
 */
@Component
final class Feed {
    private final Database database;
    private final EventLog log;
    private final Webhooks webhooks;
    private final Formats formats;
    private final StandardData standard;

    Feed(
            Database database,
            EventLog log,
            Webhooks webhooks,
            Formats formats,
            StandardData standard) {
        this.database = database;
        this.log = log;
        this.webhooks = webhooks;
        this.formats = formats;
        this.standard = standard;
    }

    /** What was read in one look at the database. */
    private record Look(FeedScan scan, Optional<Long> oldest, boolean unsettled) {}

    /**
     * The next page.
     *
     * @throws Refusal if the actor may not read, or there is no such webhook
     */
    FeedPage read(Actor actor, FeedQuery query) {
        actor.requireAdmin();
        Webhook webhook = webhook(query.webhook());
        Predicate<Event> wanted =
                event -> webhook == null || formats.label(webhook, event).isPresent();
        Look look = database.read(view -> look(view, query, wanted));
        if (look.unsettled()) {
            log.head();
            look = database.read(view -> look(view, query, wanted));
        }
        return new FeedPage(
                look.scan().found().stream().map(event -> entry(event, webhook)).toList(),
                look.scan().upTo(),
                look.oldest());
    }

    private @Nullable Webhook webhook(@Nullable Long id) {
        return id == null ? null : webhooks.find(id).orElseThrow(Refusal.NotFound::new);
    }

    /** Nothing found though there is something: then a gap before it is still being waited for. */
    private Look look(View view, FeedQuery query, Predicate<Event> wanted) {
        var scan = new FeedScan(query.after(), query.pageSize());
        scan.run(view, log, wanted);
        boolean unsettled = scan.isEmpty() && log.goesOn(view, query.after());
        return new Look(scan, log.oldest(view), unsettled);
    }

    private FeedPage.Entry entry(Event event, @Nullable Webhook webhook) {
        return new FeedPage.Entry(
                event, standard.of(event), webhook == null ? null : sent(event, webhook));
    }

    private FeedPage.Sent sent(Event event, Webhook webhook) {
        Label label = formats.label(webhook, event).orElseThrow();
        byte[] body = label.body(event);
        return new FeedPage.Sent(label.name(), new String(body, StandardCharsets.UTF_8));
    }
}
