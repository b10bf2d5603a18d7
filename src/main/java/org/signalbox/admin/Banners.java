package org.signalbox.admin;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Attempt;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;

/** What is said first about a webhook that does not simply work, with the button that helps. */
record Banners(
        WebhookDetail detail, @Nullable Attempt last, @Nullable Instant oldest, Wording wording) {
    private static final int QUOTED_MAX = 80;

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
        return StandingWords.isGone(standing)
                ? wording.say(
                        "webhook.banner.stopped.gone",
                        when(standing.since()),
                        host(detail.webhook()))
                : wording.say(
                        "webhook.banner.stopped",
                        when(standing.since()),
                        host(detail.webhook()),
                        standing.consecutiveFailures());
    }

    private String pausedByPerson(Standing standing) {
        return wording.say(
                "webhook.banner.person",
                standing.by() == null ? "" : standing.by(),
                standing.since() == null ? "" : wording.minute(standing.since()));
    }

    private String consequence(Standing standing, boolean stopped) {
        long pending = standing.pendingDeliveries();
        String kept =
                oldest == null || pending == 0
                        ? wording.say("webhook.banner.kept", pending)
                        : wording.say("webhook.banner.kept.since", pending, wording.minute(oldest));
        return stopped && last != null ? lastAnswer(last) + " " + kept : kept;
    }

    /** "It last answered 503 Service Unavailable, “invoice database is read-only”." */
    private String lastAnswer(Attempt attempt) {
        String outcome = new AttemptWords(wording).outcome(attempt);
        if (attempt.statusCode() == null) {
            return wording.say("webhook.banner.last.none", outcome);
        }
        String said = ErrorText.of(attempt.responseBody(), QUOTED_MAX);
        return said.isEmpty()
                ? wording.say("webhook.banner.last", outcome)
                : wording.say("webhook.banner.last.said", outcome, said);
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
