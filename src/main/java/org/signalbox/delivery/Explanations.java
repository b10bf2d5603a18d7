package org.signalbox.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.delivery.Explanation.Recipient;
import org.signalbox.delivery.Explanation.Verdict;
import org.signalbox.delivery.SkipStore.Skip;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.event.Subject;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Match;
import org.signalbox.webhook.Match.Rule;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Says why a webhook got an event, or did not; by the rules that the engine itself goes by. */
@Component
public final class Explanations {
    private static final int OTHERS_MAX = 20;
    private static final int DIGITS_MAX = 18;

    private final Database database;
    private final EventLog log;
    private final Webhooks webhooks;
    private final Formats formats;
    private final Fates fates;
    private final SkipStore skips;
    private final Users users;
    private final RetentionSettings retention;

    Explanations(
            Database database,
            EventLog log,
            Webhooks webhooks,
            Formats formats,
            Fates fates,
            SkipStore skips,
            Users users,
            RetentionSettings retention) {
        this.database = database;
        this.log = log;
        this.webhooks = webhooks;
        this.formats = formats;
        this.fates = fates;
        this.skips = skips;
        this.users = users;
        this.retention = retention;
    }

    /**
     * @param asked the event's sequence number, its {@code webhook-id}, or a subject, which means
     *     what happened to it last
     * @throws Refusal if there is no such webhook or event, or the actor is no administrator
     */
    public Explanation of(Actor actor, long webhookId, String asked) {
        actor.requireAdmin();
        Webhook webhook = webhooks.find(webhookId).orElseThrow(Refusal.NotFound::new);
        return database.read(view -> {
            Event event = find(view, asked.strip()).orElseThrow(Refusal.NotFound::new);
            return explain(view, webhook, event);
        });
    }

    /** How long events are kept. */
    public long days() {
        return retention.keep().toDays();
    }

    private Optional<Event> find(View view, String asked) {
        if (asked.matches("[0-9,. ]{1,%d}".formatted(DIGITS_MAX)) && asked.matches(".*[0-9].*")) {
            return log.find(view, Long.parseLong(asked.replaceAll("[^0-9]", "")));
        }
        return asked.startsWith("evt_")
                ? log.find(view, asked)
                : Subject.read(asked).flatMap(subject -> log.latestAbout(view, subject));
    }

    private Explanation explain(View view, Webhook webhook, Event event) {
        Match match = formats.match(webhook, event);
        Map<Long, Fates.Known> known = fates.of(view, List.of(webhook.id()), event);
        Fates.Known fate = known.getOrDefault(webhook.id(), Fates.Known.NOTHING);
        Verdict verdict = verdict(view, webhook, event, match, fate);
        String by = null;
        Instant at = null;
        if (verdict == Verdict.SKIPPED) {
            Skip skip = skips.firstCovering(view, webhook.id(), event.sequence()).orElse(null);
            by = skip == null ? null : name(view, skip.by());
            at = skip == null ? null : skip.at();
        } else if (verdict == Verdict.SWITCHED_OFF) {
            Subscription off = offSince(webhook, event.sequence()).orElseThrow();
            by = name(view, off.by());
            at = off.since();
        } else if (verdict == Verdict.DISABLED && match.then() != null) {
            by = name(view, match.then().by());
            at = match.then().since();
        }
        List<Recipient> others = others(view, webhook, event);
        return new Explanation(
                webhook,
                event,
                match,
                verdict,
                fates.delivery(webhook, event, fate).orElse(null),
                verdict == Verdict.BEHIND ? fates.heldBackBy(view, webhook, event) : null,
                by,
                at,
                others,
                Math.max(0, webhooks.all().size() - 1 - others.size()));
    }

    private Verdict verdict(
            View view, Webhook webhook, Event event, Match match, Fates.Known fate) {
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
        return switch (match.rule()) {
            case EXISTS -> Verdict.NOT_THERE;
            case ENABLED -> Verdict.DISABLED;
            case TYPE -> Verdict.TYPE;
            case PROJECT -> Verdict.PROJECT;
            case OTHER -> Verdict.OWN;
            case WANTED -> givenUp(view, webhook, event);
        };
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

    private List<Recipient> others(View view, Webhook asked, Event event) {
        List<Webhook> wanting = new ArrayList<>();
        List<Recipient> missing = new ArrayList<>();
        for (Webhook webhook : webhooks.all()) {
            Rule rule = formats.match(webhook, event).rule();
            if (webhook.id() == asked.id()) {
                continue;
            }
            if (rule == Rule.WANTED && wanting.size() < OTHERS_MAX) {
                wanting.add(webhook);
            } else if (rule == Rule.PROJECT && missing.size() < OTHERS_MAX) {
                missing.add(new Recipient(webhook, Verdict.PROJECT, null, null));
            }
        }
        Map<Long, Fates.Known> known =
                fates.of(view, wanting.stream().map(Webhook::id).toList(), event);
        List<Recipient> others = new ArrayList<>();
        for (Webhook webhook : wanting) {
            Fates.Known fate = known.getOrDefault(webhook.id(), Fates.Known.NOTHING);
            Match match = formats.match(webhook, event);
            Verdict verdict = verdict(view, webhook, event, match, fate);
            others.add(new Recipient(webhook, verdict, match.name(), fate.last()));
        }
        others.addAll(missing);
        return others;
    }

    /** The first time after the event that the webhook was switched off. */
    private static Optional<Subscription> offSince(Webhook webhook, long sequence) {
        return webhook.subscriptions().stream()
                .filter(version -> !version.enabled() && version.after() >= sequence)
                .findFirst();
    }

    private @Nullable String name(View view, @Nullable Long userId) {
        return userId == null ? null : users.find(view, userId).map(User::name).orElse(null);
    }
}
