package org.signalbox.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.signalbox.delivery.SetAsideStore.Owned;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/** Makes lanes out of what is durable of them, many in one look at the database. */
@Component
final class LaneLoader {
    private static final int CHUNK = 500;

    private final Database database;
    private final LaneStore lanes;
    private final SetAsideStore asides;
    private final Formats formats;
    private final RandomGenerator random;
    private final Shell shell;

    LaneLoader(
            Database database,
            LaneStore lanes,
            SetAsideStore asides,
            Formats formats,
            RandomGenerator random,
            Shell shell) {
        this.database = database;
        this.lanes = lanes;
        this.asides = asides;
        this.formats = formats;
        this.random = random;
        this.shell = shell;
    }

    /** What the store knows of some webhooks. */
    private record Known(
            long newest,
            Map<Long, LaneState> states,
            Map<Long, List<Long>> dealtWith,
            Map<Long, Map<Long, Instant>> begun,
            Map<Long, List<SetAside>> asides) {}

    LaneSettings settings(Webhook webhook, DeliverySettings general) {
        var settings = general.within(formats.get(webhook.format()).patience().orElse(null));
        return new LaneSettings(
                switch (webhook.ordering()) {
                    case SUBJECT -> Order.SUBJECT;
                    case STRICT -> Order.STRICT;
                    case NONE -> Order.NONE;
                },
                webhook.concurrency(),
                webhook.maxPerSecond(),
                settings.schedule(),
                settings.pauseAfter(),
                Duration.ofMinutes(webhook.aggregationMinutes()));
    }

    List<RunningLane> load(List<Webhook> webhooks, DeliverySettings settings) {
        var loaded = new ArrayList<RunningLane>(webhooks.size());
        for (int from = 0; from < webhooks.size(); from += CHUNK) {
            List<Webhook> chunk = webhooks.subList(from, Math.min(webhooks.size(), from + CHUNK));
            Known known = database.read(view -> known(view, chunk));
            for (Webhook webhook : chunk) {
                loaded.add(lane(webhook, known, settings(webhook, settings)));
            }
        }
        return loaded;
    }

    private Known known(View view, List<Webhook> webhooks) {
        List<Long> ids = webhooks.stream().map(Webhook::id).toList();
        shell.merges().learn(view, ids);
        var byWebhook =
                asides.unfinished(view, ids).stream()
                        .collect(groupingBy(Owned::webhookId, mapping(Owned::row, toList())));
        long newest = lanes.newest(view);
        return new Known(
                newest,
                lanes.states(view, ids),
                lanes.dealtWithBeyondCursor(view, ids, newest - Dispatcher.START_BEHIND_MAX),
                shell.merges().begunBeyondCursor(view, ids),
                byWebhook);
    }

    private RunningLane lane(Webhook webhook, Known known, LaneSettings settings) {
        LaneState state =
                known.states().getOrDefault(webhook.id(), LaneState.startingAfter(webhook.after()));
        var rules = new Lane(settings, state, random);
        for (SetAside row : known.asides().getOrDefault(webhook.id(), List.of())) {
            rules.restore(row);
        }
        boolean far = state.cursor() < known.newest() - Dispatcher.START_BEHIND_MAX;
        var recollection =
                new Recollection(
                        known.dealtWith().getOrDefault(webhook.id(), List.of()),
                        far ? known.newest() : 0,
                        known.begun().getOrDefault(webhook.id(), Map.of()));
        return new RunningLane(webhook, rules, recollection, shell);
    }
}
