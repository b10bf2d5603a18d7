package org.signalbox.delivery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.sender.Header;
import org.signalbox.sender.Outcome;
import org.signalbox.sender.Request;
import org.signalbox.sender.RequestHeaders;
import org.signalbox.sender.Sender;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/** Makes one attempt: renders, signs, sends, and says what came of it. */
@Component
final class Courier {
    /** What most bodies are. */
    static final Header JSON = new Header("Content-Type", "application/json");

    private static final Set<String> SAME_EVERY_TIME = Set.of("Accept", "webhook-id");

    private final Sender sender;
    private final RequestHeaders common;
    private final Formats formats;
    private final Renderings renderings;
    private final DeliverySettings settings;
    private final InstantSource time;

    Courier(
            Sender sender,
            RequestHeaders common,
            Formats formats,
            Renderings renderings,
            DeliverySettings settings,
            InstantSource time) {
        this.sender = sender;
        this.common = common;
        this.formats = formats;
        this.renderings = renderings;
        this.settings = settings;
        this.time = time;
    }

    /** What came back, for the rules and for the log. */
    record Report(Outcome outcome, Attempt attempt) {}

    Optional<Label> label(Webhook webhook, Event event) {
        return formats.label(webhook, event);
    }

    Optional<Label> labelNow(Webhook webhook, Event event) {
        return formats.labelNow(webhook, event);
    }

    boolean wantsNow(Webhook webhook, Event event) {
        return formats.isWanted(webhook, webhook.subscription(), event);
    }

    /** What it is to a webhook that has changes go out as one; null to others. */
    @Nullable Edit edit(Webhook webhook, Event event) {
        Long by = event.actorId();
        if (webhook.aggregationMinutes() == 0 || by == null) {
            return null;
        }
        return formats.get(webhook.format())
                .aggregation(event)
                .map(part -> new Edit(part.about(), part.role(), event.occurredAt(), by))
                .orElse(null);
    }

    Report send(Webhook webhook, Event event, Label label, int number, boolean test) {
        Instant now = time.instant();
        var rendering = new RenderingEvent();
        rendering.begin();
        byte[] body = test ? label.body(event) : renderings.of(event, label);
        List<Header> headers = headers(webhook, event, label, body, now, test);
        rendering.end();
        record(rendering, label, body);
        URI url = URI.create(webhook.url());
        Outcome outcome = sender.send(new Request(url, headers, body, timeout(label.format())));
        SentAs sent = sentAs(webhook, label, headers);
        return new Report(outcome, attempt(number, now, outcome, sent));
    }

    private static void record(RenderingEvent rendering, Label label, byte[] body) {
        if (rendering.shouldCommit()) {
            rendering.format = label.format().id();
            rendering.event = label.name();
            rendering.bodyBytes = body.length;
            rendering.commit();
        }
    }

    private Duration timeout(Format format) {
        return settings.within(format.patience().orElse(null)).timeout();
    }

    /** The headers of a request of this moment; {@link #kept} before anybody sees them. */
    private List<Header> headers(
            Webhook webhook, Event event, Label label, byte[] body, Instant now, boolean test) {
        var headers =
                new ArrayList<>(
                        common.of(
                                event.id(),
                                now,
                                label.contentType(),
                                body,
                                webhook.signersAt(now)));
        headers.addAll(label.headers(event));
        headers.addAll(label.format().headers(body, webhook.secretsAt(now)));
        Header own = webhook.header();
        if (own != null) {
            headers.add(own);
        }
        if (test) {
            headers.add(new Header("webhook-test", "true"));
        }
        return headers;
    }

    /** What would be sent now, for show. */
    SentAs preview(Webhook webhook, Event event, Label label) {
        byte[] body = renderings.of(event, label);
        List<Header> headers = headers(webhook, event, label, body, time.instant(), false);
        return sentAs(webhook, label, headers);
    }

    private static SentAs sentAs(Webhook webhook, Label label, List<Header> headers) {
        return new SentAs(
                webhook.url(),
                label.format().id(),
                label.packaging(),
                label.name(),
                kept(webhook, headers));
    }

    /** What is kept of the headers: nothing secret, and nothing that is the same every time. */
    private static List<Header> kept(Webhook webhook, List<Header> headers) {
        Header own = webhook.header();
        return headers.stream()
                .filter(header -> !header.equals(JSON) && !SAME_EVERY_TIME.contains(header.name()))
                .map(header -> header.equals(own) ? new Header(header.name(), SentAs.MASK) : header)
                .toList();
    }

    private static Attempt attempt(int number, Instant start, Outcome outcome, SentAs sent) {
        return switch (outcome) {
            case Outcome.Answered answer ->
                    new Attempt(
                            number,
                            start,
                            answer.took(),
                            answer.status(),
                            null,
                            answer.accepted() ? null : "The receiver answered " + answer.status(),
                            answer.headers(),
                            answer.body(),
                            answer.bodyBytes(),
                            sent);
            case Outcome.Unanswered nothing ->
                    new Attempt(
                            number,
                            start,
                            nothing.took(),
                            null,
                            nothing.kind(),
                            nothing.words(),
                            List.of(),
                            "",
                            0,
                            sent);
        };
    }
}
