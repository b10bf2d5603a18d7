package org.signalbox.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Flow;
import org.signalbox.delivery.Speed;
import org.signalbox.delivery.Stretch;
import org.signalbox.delivery.Traffic;
import org.signalbox.delivery.Waiting;
import org.signalbox.event.EventLog;
import org.signalbox.store.Database;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.WebhookStatus;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Lays out the overview. */
@Component
final class OverviewViews {
    private static final int SLOWEST = 5;
    private static final double FASTEST_MILLIS = 10;
    private static final double DECADES = 3;

    private final Database database;
    private final EventLog log;
    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final Traffic traffic;
    private final Waiting waiting;
    private final Troubles troubles;

    OverviewViews(
            Database database,
            EventLog log,
            Webhooks webhooks,
            WebhookDetails details,
            Traffic traffic,
            Waiting waiting,
            Troubles troubles) {
        this.database = database;
        this.log = log;
        this.webhooks = webhooks;
        this.details = details;
        this.traffic = traffic;
        this.waiting = waiting;
        this.troubles = troubles;
    }

    OverviewView of(Actor actor, Span span, Wording wording) {
        actor.requireAdmin();
        Flow flow = traffic.last(span.steps(), span.step());
        FlowCharts charts = new FlowCharts(span, flow, wording);
        List<OverviewView.Trouble> found = troubles.of(actor, wording);
        return new OverviewView(
                wording.clock(),
                Stream.of(Span.values()).map(one -> segment(one, span, wording)).toList(),
                health(actor, wording),
                found,
                wording.say("overview.troubled", found.size(), webhooks.all().size()),
                figures(span, flow.whole(), wording),
                flow.whole().attempts() == 0,
                charts.throughput(),
                charts.lag(),
                slowest(span, wording),
                wording.say("overview.span." + span.word()));
    }

    private static Segment segment(Span span, Span chosen, Wording wording) {
        return new Segment(
                wording.say("overview.span." + span.word()), "", span.href(), span == chosen);
    }

    private @Nullable Badge health(Actor actor, Wording wording) {
        List<WebhookStatus> all =
                details.all(actor).stream().map(detail -> detail.standing().status()).toList();
        long paused = all.stream().filter(WebhookStatus.PAUSED::equals).count();
        if (all.isEmpty()) {
            return null;
        }
        if (paused > 0) {
            String words = wording.say("overview.fine.paused", paused, all.size());
            return new Badge("idle", "circle-pause", words, null);
        }
        return all.stream().allMatch(WebhookStatus.DISABLED::equals)
                ? new Badge("idle", "circle-slash", wording.say("overview.fine.disabled"), null)
                : new Badge("ok", "circle-check", wording.say("overview.fine"), null);
    }

    private List<OverviewView.Figure> figures(Span span, Stretch whole, Wording wording) {
        long events =
                database.read(view -> log.countSince(view, wording.now().minus(span.length())));
        Map<Long, Long> waits = waiting.deliveries();
        long all = waits.values().stream().mapToLong(Long::longValue).sum();
        return List.of(
                new OverviewView.Figure(
                        wording.say("overview.events"),
                        wording.count(events),
                        wording.say(
                                "overview.events.words",
                                wording.say("overview.span." + span.word()))),
                new OverviewView.Figure(
                        wording.say("overview.delivered"),
                        wording.count(whole.delivered()),
                        whole.attempts() == 0
                                ? ""
                                : wording.say(
                                        "overview.delivered.words",
                                        wording.rate(whole.delivered(), whole.attempts()))),
                new OverviewView.Figure(
                        wording.say("overview.lag"),
                        took(whole.lag(), wording),
                        wording.say("overview.lag.words", took(whole.lagP99(), wording))),
                new OverviewView.Figure(
                        wording.say("overview.waiting"),
                        wording.count(all),
                        waits.isEmpty()
                                ? ""
                                : wording.say("overview.waiting.words", waits.size())));
    }

    private static String took(@Nullable Duration duration, Wording wording) {
        return duration == null ? Wording.NOTHING : wording.took(duration);
    }

    private List<OverviewView.Slow> slowest(Span span, Wording wording) {
        List<OverviewView.Slow> slowest = new ArrayList<>();
        for (Speed speed : traffic.slowest(span.length())) {
            Webhook webhook = webhooks.find(speed.webhookId()).orElse(null);
            if (webhook != null && slowest.size() < SLOWEST) {
                slowest.add(
                        new OverviewView.Slow(
                                webhook.id(),
                                webhook.name(),
                                length(speed.p95()),
                                wording.took(speed.p95())));
            }
        }
        return slowest;
    }

    /** On a scale of which each third is ten times as long as the one before. */
    private static double length(Duration p95) {
        double millis = Math.max(1, p95.toNanos() / 1_000_000.0);
        double share = Math.log10(millis / FASTEST_MILLIS) / DECADES;
        return Point.rounded(100 * Math.max(0.02, Math.min(1, share)));
    }
}
