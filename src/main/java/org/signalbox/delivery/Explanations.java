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
import org.signalbox.delivery.SkipStore.Skip;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.event.Subject;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Match;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Says why a webhook got an event, or did not; by the rules that the engine itself goes by. */
@Component
public final class Explanations {
    private static final int OTHERS_MAX = 20;

    private final Database database;
    private final EventLog log;
    private final Webhooks webhooks;
    private final Formats formats;
    private final Fates fates;
    private final Verdicts verdicts;
    private final Recipients recipients;
    private final SkipStore skips;
    private final Users users;
    private final RetentionSettings retention;

    Explanations(
            Database database,
            EventLog log,
            Webhooks webhooks,
            Formats formats,
            Fates fates,
            Verdicts verdicts,
            Recipients recipients,
            SkipStore skips,
            Users users,
            RetentionSettings retention) {
        this.database = database;
        this.log = log;
        this.webhooks = webhooks;
        this.formats = formats;
        this.fates = fates;
        this.verdicts = verdicts;
        this.recipients = recipients;
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
        return log.named(view, asked)
                .or(() -> Subject.read(asked).flatMap(subject -> log.latestAbout(view, subject)));
    }

    private Explanation explain(View view, Webhook webhook, Event event) {
        Match match = formats.match(webhook, event);
        Map<Long, Fates.Known> known = fates.of(view, List.of(webhook.id()), event);
        Fates.Known fate = known.getOrDefault(webhook.id(), Fates.Known.NOTHING);
        Verdict verdict = verdicts.of(view, webhook, event, match, fate);
        String by = null;
        Instant at = null;
        if (verdict == Verdict.SKIPPED) {
            Skip skip = skips.firstCovering(view, webhook.id(), event.sequence()).orElse(null);
            by = skip == null ? null : name(view, skip.by());
            at = skip == null ? null : skip.at();
        } else if (verdict == Verdict.SWITCHED_OFF) {
            Subscription off = Verdicts.offSince(webhook, event.sequence()).orElseThrow();
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

    /** Those whom it concerned, beside the one that is asked about. */
    private List<Recipient> others(View view, Webhook asked, Event event) {
        List<Recipient> all =
                recipients.of(view, event).stream()
                        .filter(one -> one.webhook().id() != asked.id())
                        .toList();
        List<Recipient> others = new ArrayList<>();
        all.stream().filter(one -> one.verdict().wasForIt()).limit(OTHERS_MAX).forEach(others::add);
        all.stream()
                .filter(one -> one.verdict() == Verdict.PROJECT)
                .limit(OTHERS_MAX)
                .forEach(others::add);
        return others;
    }

    private @Nullable String name(View view, @Nullable Long userId) {
        return userId == null ? null : users.find(view, userId).map(User::name).orElse(null);
    }
}
