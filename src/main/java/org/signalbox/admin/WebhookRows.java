package org.signalbox.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Hour;
import org.signalbox.delivery.Traffic;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookStatus;
import org.springframework.stereotype.Component;

/** Lays out the list of webhooks: those that need attention first, then by name. */
@Component
final class WebhookRows {
    private static final int MANY = 20;

    static final Comparator<WebhookDetail> ATTENTION_FIRST =
            Comparator.<WebhookDetail>comparingInt(detail -> urgency(detail.standing()))
                    .thenComparing(detail -> detail.webhook().name().toLowerCase(Locale.ROOT));

    private final AllWebhooks webhooks;
    private final Formats formats;
    private final Traffic traffic;

    WebhookRows(AllWebhooks webhooks, Formats formats, Traffic traffic) {
        this.webhooks = webhooks;
        this.formats = formats;
        this.traffic = traffic;
    }

    WebhookList of(Actor actor, ListFilter filter, Wording wording) {
        List<WebhookDetail> all = webhooks.details(actor);
        List<WebhookDetail> found = all.stream().filter(filter::finds).toList();
        LongFunction<List<Hour>> day = traffic.lastDay();
        return new WebhookList(
                all.isEmpty(),
                filter,
                segments(found, filter, wording),
                formats.all().stream()
                        .map(format -> new FormatCard(format.id(), format.title(), ""))
                        .toList(),
                found.stream()
                        .filter(filter::hasStatus)
                        .sorted(ATTENTION_FIRST)
                        .map(detail -> row(detail, day.apply(detail.webhook().id()), wording))
                        .toList(),
                wording.say("webhooks.footnote", all.size(), wording.zone().getId()),
                wording.clock());
    }

    private static int urgency(Standing standing) {
        if (!StandingWords.needsAttention(standing)) {
            return 2;
        }
        return standing.status() == WebhookStatus.PAUSED ? 0 : 1;
    }

    private static List<Segment> segments(
            List<WebhookDetail> found, ListFilter filter, Wording wording) {
        List<Segment> segments = new ArrayList<>();
        segments.add(
                new Segment(
                        wording.say("webhooks.all"),
                        wording.count(found.size()),
                        filter.href(""),
                        filter.status().isEmpty()));
        for (WebhookStatus status : WebhookStatus.values()) {
            long count =
                    found.stream().filter(detail -> detail.standing().status() == status).count();
            segments.add(
                    new Segment(
                            wording.say("status." + status.word()),
                            wording.count(count),
                            filter.href(status.word()),
                            filter.status().equals(status.word())));
        }
        return segments;
    }

    private WebhookList.Row row(WebhookDetail detail, List<Hour> hours, Wording wording) {
        Webhook webhook = detail.webhook();
        Standing standing = detail.standing();
        Format format = formats.get(webhook.format());
        SubscriptionWords wants = new SubscriptionWords(format, webhook.subscription(), wording);
        StandingWords fares = new StandingWords(standing, wording);
        DayCharts day = new DayCharts(new Day(hours), wording);
        boolean disabled = standing.status() == WebhookStatus.DISABLED;
        return new WebhookList.Row(
                webhook.id(),
                webhook.name(),
                format.title(),
                webhook.url(),
                wants.groups(),
                wants.projects(detail.projects()),
                fares.badge(),
                day.success().orElse(null),
                day.latency().orElse(null),
                disabled ? Wording.NOTHING : wording.count(standing.pendingDeliveries()),
                standing.pendingDeliveries() > MANY,
                fares.allowed());
    }
}
