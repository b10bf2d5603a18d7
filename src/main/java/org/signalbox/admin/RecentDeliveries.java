package org.signalbox.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.Delivery;
import org.signalbox.delivery.DeliveryLog;
import org.signalbox.delivery.DeliveryQuery;
import org.signalbox.delivery.DeliveryState;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookStatus;
import org.springframework.stereotype.Component;

/** Lays out the recent deliveries of a webhook. */
@Component
final class RecentDeliveries {
    private static final List<DeliveryState> STATES =
            List.of(
                    DeliveryState.DELIVERED,
                    DeliveryState.RETRYING,
                    DeliveryState.FAILED,
                    DeliveryState.WAITING);

    private final DeliveryLog log;

    RecentDeliveries(DeliveryLog log) {
        this.log = log;
    }

    WebhookView.Log of(Actor actor, WebhookDetail detail, LogFilter filter, Wording wording) {
        List<Delivery> found = log.list(actor, detail.webhook().id(), filter.query()).elements();
        boolean paused = detail.standing().status() == WebhookStatus.PAUSED;
        return new WebhookView.Log(
                segments(filter, wording),
                found.stream()
                        .limit(LogFilter.ROWS)
                        .map(delivery -> row(delivery, paused, wording))
                        .toList(),
                wording.say(filter.restricts() ? "deliveries.none" : "deliveries.none.new"),
                wording.say("deliveries.footnote"),
                found.size() > LogFilter.ROWS ? filter.older() : null);
    }

    /** The latest attempt among the newest deliveries that the receiver did not take. */
    Optional<Attempt> latestFailure(Actor actor, long webhookId) {
        DeliveryQuery query = DeliveryQuery.latest(LogFilter.ROWS).in(DeliveryState.RETRYING);
        return log.list(actor, webhookId, query).elements().stream()
                .map(Delivery::last)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Attempt::startedAt));
    }

    private static List<Segment> segments(LogFilter filter, Wording wording) {
        List<Segment> segments = new ArrayList<>();
        segments.add(
                new Segment(
                        wording.say("webhooks.all"),
                        "",
                        filter.href(""),
                        filter.state().isEmpty()));
        for (DeliveryState state : STATES) {
            segments.add(
                    new Segment(
                            wording.say("state." + state.word()),
                            "",
                            filter.href(state.word()),
                            filter.state().equals(state.word())));
        }
        return segments;
    }

    private static WebhookView.Row row(Delivery delivery, boolean paused, Wording wording) {
        AttemptWords words = new AttemptWords(wording);
        Attempt last = delivery.last();
        String path = DeliveryPage.path(delivery.webhookId(), delivery.id());
        return new WebhookView.Row(
                delivery.id(),
                words.badge(delivery.state()),
                delivery.name(),
                delivery.test()
                        ? wording.say("deliveries.sample")
                        : new EventWords(wording).subject(delivery.event()),
                delivery.test(),
                delivery.event().occurredAt().toString(),
                wording.moment(delivery.event().occurredAt()),
                delivery.attempts().size(),
                words.answer(last),
                last == null ? Wording.NOTHING : wording.took(last.duration()),
                words.verdict(delivery),
                words.steps(delivery, last == null ? List.of() : List.of(last), paused, path, 0),
                last == null ? null : words.response(last));
    }
}
