package org.signalbox.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Waiting;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.WebhookStatus;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** The webhooks that somebody should look at, each with what is wrong and what helps. */
@Component
final class Troubles {
    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final Waiting waiting;
    private final RecentDeliveries recent;

    Troubles(Webhooks webhooks, WebhookDetails details, Waiting waiting, RecentDeliveries recent) {
        this.webhooks = webhooks;
        this.details = details;
        this.waiting = waiting;
        this.recent = recent;
    }

    /** Those that stand still before those that fail, then by name. */
    List<OverviewView.Trouble> of(Actor actor, Wording wording) {
        List<Webhook> needy =
                webhooks.all().stream()
                        .filter(webhook -> waiting.needsAttention(webhook.id()))
                        .toList();
        return details.of(actor, needy).stream()
                .filter(detail -> StandingWords.needsAttention(detail.standing()))
                .sorted(WebhookRows.ATTENTION_FIRST)
                .map(detail -> trouble(actor, detail, wording))
                .toList();
    }

    private OverviewView.Trouble trouble(Actor actor, WebhookDetail detail, Wording wording) {
        Webhook webhook = detail.webhook();
        Standing standing = detail.standing();
        boolean paused = standing.status() == WebhookStatus.PAUSED;
        return new OverviewView.Trouble(
                webhook.id(),
                webhook.name(),
                new StandingWords(standing, wording).badge(),
                why(actor, detail, wording) + " " + until(standing, wording),
                wording.count(standing.pendingDeliveries()),
                oldest(webhook.id(), wording),
                paused
                        ? new OverviewView.Way("resume", "play", wording.say("action.resume"))
                        : new OverviewView.Way("test", "send", wording.say("action.test")));
    }

    /** "503 Service Unavailable, 11 times in a row." */
    private String why(Actor actor, WebhookDetail detail, Wording wording) {
        Standing standing = detail.standing();
        String said =
                recent.latestFailure(actor, detail.webhook().id())
                        .map(new AttemptWords(wording)::outcome)
                        .or(() -> Optional.ofNullable(standing.reason()))
                        .orElse(Wording.NOTHING);
        int failures = standing.consecutiveFailures();
        return failures == 0
                ? wording.say("overview.trouble", said)
                : wording.say("overview.trouble.failures", said, failures);
    }

    private static String until(Standing standing, Wording wording) {
        if (standing.status() == WebhookStatus.PAUSED) {
            return standing.since() == null
                    ? ""
                    : wording.say("overview.trouble.paused", wording.minute(standing.since()));
        }
        return standing.nextProbeAt() == null
                ? wording.say("webhook.banner.probes")
                : wording.say("webhook.banner.probe", wording.minute(standing.nextProbeAt()));
    }

    private String oldest(long webhookId, Wording wording) {
        return waiting.oldest(webhookId)
                .map(since -> Duration.between(since, wording.now()))
                .map(age -> wording.say("overview.trouble.oldest", wording.span(age)))
                .orElse("");
    }
}
