package org.signalbox.admin;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Attempt;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;

/** What is said first about a webhook that does not simply work, with the button that helps. */
record Banners(WebhookDetail detail, @Nullable Attempt last, Wording wording) {

    /** Null while everything is well. */
    @Nullable Banner banner() {
        Standing standing = detail.standing();
        return switch (standing.status()) {
            case ACTIVE -> null;
            case FAILING ->
                    new Banner(
                            "warn",
                            "triangle-alert",
                            wording.say("webhook.banner.failing", standing.consecutiveFailures()),
                            probe(standing),
                            null);
            case PAUSED -> paused(standing);
            case DISABLED ->
                    new Banner(
                            "idle",
                            "circle-slash",
                            wording.say("webhook.banner.disabled"),
                            wording.say("webhook.banner.disabled.text"),
                            new Banner.Way("enable", "power", wording.say("action.enable")));
        };
    }

    private Banner paused(Standing standing) {
        boolean stopped = StandingWords.needsAttention(standing);
        return new Banner(
                stopped ? "bad" : "idle",
                "circle-pause",
                stopped ? stoppedBecause(standing) : pausedByPerson(standing),
                consequence(standing, stopped),
                new Banner.Way(
                        "resume",
                        "play",
                        wording.say("webhook.resume", standing.pendingDeliveries())));
    }

    private String stoppedBecause(Standing standing) {
        return wording.say(
                "webhook.banner.stopped",
                when(standing.since()),
                host(detail.webhook()),
                standing.reason() == null ? "" : standing.reason());
    }

    private String pausedByPerson(Standing standing) {
        return wording.say(
                "webhook.banner.person",
                standing.by() == null ? "" : standing.by(),
                standing.since() == null ? "" : wording.moment(standing.since()));
    }

    private String consequence(Standing standing, boolean stopped) {
        String kept = wording.say("webhook.banner.kept", standing.pendingDeliveries());
        return stopped && last != null
                ? wording.say("webhook.banner.last", new AttemptWords(wording).outcome(last))
                        + " "
                        + kept
                : kept;
    }

    private String probe(Standing standing) {
        Instant next = standing.nextProbeAt();
        return next == null
                ? wording.say("webhook.banner.probes")
                : wording.say("webhook.banner.probe", wording.minute(next));
    }

    private String when(@Nullable Instant since) {
        return since == null ? Wording.NOTHING : wording.minute(since);
    }

    private static String host(Webhook webhook) {
        String host = URI.create(webhook.url()).getHost();
        return host == null ? webhook.url() : host;
    }
}
