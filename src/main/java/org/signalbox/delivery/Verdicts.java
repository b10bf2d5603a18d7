package org.signalbox.delivery;

import java.util.Optional;
import org.signalbox.event.Event;
import org.signalbox.store.View;
import org.signalbox.webhook.Match;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/** Says what became of an event for a webhook; by the rules that the engine itself goes by. */
@Component
final class Verdicts {
    private final Fates fates;
    private final SkipStore skips;

    Verdicts(Fates fates, SkipStore skips) {
        this.fates = fates;
        this.skips = skips;
    }

    /**
     * @param match what the webhook's subscription said when the event happened
     * @param fate what the log says of the two
     */
    Verdict of(View view, Webhook webhook, Event event, Match match, Fates.Known fate) {
        if (fate.isNothing() && fates.isMerged(view, webhook, event)) {
            return Verdict.MERGED;
        }
        boolean comes = match.wanted() && fates.isAhead(webhook, event);
        if (fate.isNothing() ? comes : !fates.isGivenUp(webhook, fate)) {
            return coming(view, webhook, event, fate);
        }
        if (!fate.isNothing()) {
            return givenUp(view, webhook, event);
        }
        return match.wanted() ? givenUp(view, webhook, event) : Verdict.unwanted(match.rule());
    }

    /** Whichever of the two came first after the event. */
    private Verdict givenUp(View view, Webhook webhook, Event event) {
        Optional<Subscription> off = offSince(webhook, event.sequence());
        long offAfter = off.map(Subscription::after).orElse(Long.MAX_VALUE);
        return skips.firstCovering(view, webhook.id(), event.sequence())
                        .filter(skip -> skip.sequence() <= offAfter)
                        .isPresent()
                ? Verdict.SKIPPED
                : off.isPresent() ? Verdict.SWITCHED_OFF : Verdict.SKIPPED;
    }

    private Verdict coming(View view, Webhook webhook, Event event, Fates.Known fate) {
        DeliveryState state = fate.isNothing() ? DeliveryState.WAITING : fate.state();
        return switch (state) {
            case DELIVERED -> Verdict.DELIVERED;
            case FAILED -> Verdict.FAILED;
            case MERGED -> Verdict.MERGED;
            case RETRYING -> fates.isPaused(webhook) ? Verdict.PAUSED : Verdict.RETRYING;
            case WAITING ->
                    fates.isPaused(webhook)
                            ? Verdict.PAUSED
                            : fates.heldBackBy(view, webhook, event) == null
                                    ? Verdict.WAITING
                                    : Verdict.BEHIND;
        };
    }

    /** The first time after the event that the webhook was switched off. */
    static Optional<Subscription> offSince(Webhook webhook, long sequence) {
        return webhook.subscriptions().stream()
                .filter(version -> !version.enabled() && version.after() >= sequence)
                .findFirst();
    }
}
