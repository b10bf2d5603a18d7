package org.signalbox.admin;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.WebhookStatus;

/** How a webhook fares, as a badge. */
record StandingWords(Standing standing, Wording wording) {

    /** Whether somebody should look at it: it fails, or its receiver's answers stopped it. */
    static boolean needsAttention(Standing standing) {
        return switch (standing.status()) {
            case FAILING -> true;
            case PAUSED -> standing.by() == null;
            case ACTIVE, DISABLED -> false;
        };
    }

    /** Whether its receiver said that it wants no more. */
    static boolean isGone(Standing standing) {
        String reason = standing.reason();
        return reason != null && reason.contains("410");
    }

    Badge badge() {
        String word = wording.say("status." + standing.status().word());
        return switch (standing.status()) {
            case ACTIVE -> new Badge("ok", "circle-check", word, null);
            case FAILING -> new Badge("warn", "triangle-alert", word, probe());
            case PAUSED ->
                    needsAttention(standing)
                            ? new Badge("bad", "circle-pause", word, because())
                            : new Badge("idle", "circle-pause", word, byPerson());
            case DISABLED -> new Badge("idle", "circle-slash", word, since());
        };
    }

    /** What can be done to it now. */
    Allowed allowed() {
        WebhookStatus status = standing.status();
        boolean on = status != WebhookStatus.DISABLED;
        boolean paused = status == WebhookStatus.PAUSED;
        return new Allowed(true, on && !paused, paused, !on, on);
    }

    private @Nullable String probe() {
        return Optional.ofNullable(standing.nextProbeAt())
                .map(time -> wording.say("status.failing.detail", wording.minute(time)))
                .orElse(null);
    }

    /** "11 failures in a row, since 14:32". */
    private String because() {
        return isGone(standing)
                ? wording.say("status.paused.gone", began())
                : wording.say("status.paused.failures", standing.consecutiveFailures(), began());
    }

    /** "by Jonas Pell, 08:05". */
    private String byPerson() {
        return wording.say("status.paused.person", said(standing.by()), began());
    }

    private String began() {
        Instant since = standing.since();
        return since == null ? Wording.NOTHING : wording.since(since);
    }

    private static String said(@Nullable String words) {
        return words == null ? Wording.NOTHING : words;
    }

    private @Nullable String since() {
        Instant since = standing.since();
        if (since == null) {
            return null;
        }
        return standing.by() == null
                ? wording.say("status.since", wording.since(since))
                : wording.say("status.paused.person", standing.by(), wording.since(since));
    }
}
