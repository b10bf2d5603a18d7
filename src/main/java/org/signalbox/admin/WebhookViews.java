package org.signalbox.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.BacklogHistory;
import org.signalbox.delivery.DeliveryDetail;
import org.signalbox.delivery.Queue;
import org.signalbox.delivery.Queues;
import org.signalbox.delivery.Traffic;
import org.signalbox.sender.Header;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.springframework.stereotype.Component;

/** Lays out one webhook. */
@Component
final class WebhookViews {
    private final Formats formats;
    private final Traffic traffic;
    private final RecentDeliveries recent;
    private final Queues queues;
    private final BacklogHistory backlogs;

    WebhookViews(
            Formats formats,
            Traffic traffic,
            RecentDeliveries recent,
            Queues queues,
            BacklogHistory backlogs) {
        this.backlogs = backlogs;
        this.queues = queues;
        this.formats = formats;
        this.traffic = traffic;
        this.recent = recent;
    }

    /**
     * @param tested the test event whose outcome is shown; null for none
     */
    WebhookView of(
            Actor actor,
            WebhookDetail detail,
            LogFilter filter,
            @Nullable DeliveryDetail tested,
            Wording wording) {
        Webhook webhook = detail.webhook();
        Format format = formats.get(webhook.format());
        StandingWords fares = new StandingWords(detail.standing(), wording);
        Badge badge = fares.badge();
        Queue queue = queues.of(actor, webhook.id());
        return new WebhookView(
                webhook.id(),
                badge.word() + ": " + webhook.name(),
                webhook.name(),
                new OptionWords(wording).format(format.title(), webhook.subscription().packaging()),
                webhook.url(),
                webhook.description(),
                badge,
                fares.allowed(),
                new Banners(detail, latest(actor, detail), queue.oldest(), wording).banner(),
                tested == null ? null : new TestWords(tested, format, webhook, wording).view(),
                facts(detail, format, wording),
                webhook.publicKey().orElse(null),
                new RotationWords(webhook, wording).of("action"),
                charts(detail, queue, wording),
                wording.clock(),
                recent.of(actor, detail, queue, filter, wording));
    }

    private List<WebhookView.Chart> charts(WebhookDetail detail, Queue queue, Wording wording) {
        long id = detail.webhook().id();
        Day day = new Day(traffic.lastDay(id));
        Instant first = day.hours().getFirst().start();
        var waiting =
                new WaitingChart(
                        first,
                        backlogs.since(first, id),
                        detail.standing(),
                        queue.oldest(),
                        wording);
        return new DayCharts(day, wording).charts(waiting);
    }

    /** The first event that the webhook wants, or its format has. */
    String firstEvent(Webhook webhook) {
        Format format = formats.get(webhook.format());
        return TestWords.events(format, webhook).stream()
                .findFirst()
                .orElseGet(() -> format.events().getFirst().name());
    }

    private @Nullable Attempt latest(Actor actor, WebhookDetail detail) {
        return StandingWords.needsAttention(detail.standing())
                ? recent.latestFailure(actor, detail.webhook().id()).orElse(null)
                : null;
    }

    private static List<Named> facts(WebhookDetail detail, Format format, Wording wording) {
        Webhook webhook = detail.webhook();
        SubscriptionWords wants = new SubscriptionWords(format, webhook.subscription(), wording);
        return List.of(
                new Named(wording.say("webhook.fact.events"), wants.events()),
                new Named(wording.say("webhook.fact.projects"), wants.projects(detail.projects())),
                new Named(
                        wording.say("webhook.fact.authentication"),
                        authentication(webhook, wording)),
                new Named(wording.say("webhook.fact.order"), order(webhook, wording)));
    }

    private static String authentication(Webhook webhook, Wording wording) {
        List<String> means = new ArrayList<>();
        if (webhook.secretSince() != null) {
            means.add(
                    wording.say(
                            "webhook.authentication." + webhook.signatureScheme().word(),
                            wording.day(webhook.secretSince())));
        }
        Header header = webhook.header();
        if (header != null) {
            means.add(header.name());
        }
        return means.isEmpty()
                ? wording.say("webhook.authentication.none")
                : String.join(", ", means);
    }

    private static String order(Webhook webhook, Wording wording) {
        String order =
                wording.say("webhook.order." + webhook.ordering().word(), webhook.concurrency());
        Integer limit = webhook.maxPerSecond();
        return limit == null ? order : wording.say("webhook.order.limit", order, limit);
    }
}
