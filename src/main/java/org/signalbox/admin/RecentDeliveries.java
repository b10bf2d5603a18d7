package org.signalbox.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.Delivery;
import org.signalbox.delivery.DeliveryLog;
import org.signalbox.delivery.DeliveryQuery;
import org.signalbox.delivery.DeliveryState;
import org.signalbox.delivery.Queue;
import org.signalbox.delivery.RetentionSettings;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.WebhookDetail;
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
    private final Formats formats;
    private final RetentionSettings retention;

    RecentDeliveries(DeliveryLog log, Formats formats, RetentionSettings retention) {
        this.retention = retention;
        this.log = log;
        this.formats = formats;
    }

    WebhookView.Log of(
            Actor actor, WebhookDetail detail, Queue queue, LogFilter filter, Wording wording) {
        Format format = formats.get(detail.webhook().format());
        List<Delivery> found =
                log.page(actor, detail.webhook().id(), filter.query(format, wording));
        long pending = detail.standing().pendingDeliveries();
        return new WebhookView.Log(
                segments(filter, queue, pending, wording),
                filter,
                TestWords.events(format, detail.webhook()),
                LogFilter.TIMES.stream()
                        .map(time -> new Named(time, wording.say("deliveries.time." + time)))
                        .toList(),
                answers(wording),
                untried(filter, queue, pending, wording),
                found.stream()
                        .limit(LogFilter.ROWS)
                        .map(delivery -> row(delivery, wording))
                        .toList(),
                wording.say(filter.restricts() ? "deliveries.none" : "deliveries.none.new"),
                wording.say("deliveries.footnote", retention.keep().toDays()),
                found.size() > LogFilter.ROWS ? filter.older() : null);
    }

    /** The latest attempt among the newest deliveries that the receiver did not take. */
    Optional<Attempt> latestFailure(Actor actor, long webhookId) {
        DeliveryQuery query = DeliveryQuery.latest(LogFilter.ROWS).in(DeliveryState.RETRYING);
        return log.page(actor, webhookId, query).stream()
                .map(Delivery::last)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Attempt::startedAt));
    }

    /** One line for all that was never tried; null where there is nothing such, or it is listed. */
    private static WebhookView.@Nullable Untried untried(
            LogFilter filter, Queue queue, long pending, Wording wording) {
        long count = queue.untried(pending);
        if (count == 0 || filter.restricts()) {
            return null;
        }
        String words =
                queue.oldestUntried() == null || queue.newestUntried() == null
                        ? wording.say("deliveries.untried", count)
                        : wording.say(
                                "deliveries.untried.between",
                                count,
                                wording.minute(queue.oldestUntried()),
                                wording.minute(queue.newestUntried()));
        return new WebhookView.Untried(
                wording.count(count), words, filter.href(DeliveryState.WAITING.word()));
    }

    private static List<Segment> segments(
            LogFilter filter, Queue queue, long pending, Wording wording) {
        List<Segment> segments = new ArrayList<>();
        segments.add(
                new Segment(
                        wording.say("webhooks.all"),
                        "",
                        filter.href(""),
                        filter.state().isEmpty()));
        for (DeliveryState state : STATES) {
            long count =
                    switch (state) {
                        case DELIVERED, MERGED -> 0;
                        case RETRYING -> queue.retrying();
                        case FAILED -> queue.failed();
                        case WAITING -> Math.max(0, pending - queue.retrying());
                    };
            segments.add(
                    new Segment(
                            wording.say("state." + state.word()),
                            count == 0 ? "" : wording.count(count),
                            filter.href(state.word()),
                            filter.state().equals(state.word())));
        }
        return segments;
    }

    /** What the field of the answer proposes. */
    private static List<Named> answers(Wording wording) {
        return Stream.concat(
                        LogFilter.ANSWERS.stream()
                                .map(answer ->
                                        new Named(
                                                answer,
                                                wording.say("deliveries.answer." + answer))),
                        LogFilter.FAILURES.stream().map(word -> new Named(word, word)))
                .toList();
    }

    private static WebhookView.Row row(Delivery delivery, Wording wording) {
        AttemptWords words = new AttemptWords(wording);
        Attempt last = delivery.last();
        return new WebhookView.Row(
                delivery.id(),
                words.badge(delivery.state()),
                delivery.name(),
                delivery.test()
                        ? wording.say("deliveries.sample")
                        : new EventWords(wording).headline(delivery.event()),
                delivery.test(),
                delivery.event().occurredAt().toString(),
                wording.moment(delivery.event().occurredAt()),
                delivery.attempts().size(),
                words.answer(last),
                last == null ? Wording.NOTHING : wording.took(last.duration()));
    }
}
