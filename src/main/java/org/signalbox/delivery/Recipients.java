package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.event.Event;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Match;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Who got an event, and why the others did not. */
@Component
public final class Recipients {
    /** So many of those that wanted it are told of. */
    private static final int MAX = 100;

    private final Database database;
    private final Webhooks webhooks;
    private final Formats formats;
    private final Fates fates;
    private final Verdicts verdicts;

    Recipients(
            Database database, Webhooks webhooks, Formats formats, Fates fates, Verdicts verdicts) {
        this.database = database;
        this.webhooks = webhooks;
        this.formats = formats;
        this.fates = fates;
        this.verdicts = verdicts;
    }

    /** All webhooks, by name; those that wanted it first. For administrators. */
    public List<Recipient> of(Actor actor, Event event) {
        actor.requireAdmin();
        return database.read(view -> of(view, event));
    }

    List<Recipient> of(View view, Event event) {
        record Wanting(Webhook webhook, Match match) {}
        List<Wanting> wanting = new ArrayList<>();
        List<Recipient> others = new ArrayList<>();
        List<Webhook> all = new ArrayList<>(webhooks.all());
        all.sort(Comparator.comparing(Webhook::name, String.CASE_INSENSITIVE_ORDER));
        for (Webhook webhook : all) {
            Match match = formats.match(webhook, event);
            if (!match.wanted()) {
                others.add(new Recipient(webhook, Verdict.unwanted(match.rule()), null, null));
            } else if (wanting.size() < MAX) {
                wanting.add(new Wanting(webhook, match));
            }
        }
        Map<Long, Fates.Known> known =
                fates.of(view, wanting.stream().map(one -> one.webhook().id()).toList(), event);
        List<Recipient> recipients = new ArrayList<>();
        for (Wanting one : wanting) {
            Webhook webhook = one.webhook();
            Fates.Known fate = known.getOrDefault(webhook.id(), Fates.Known.NOTHING);
            Verdict verdict = verdicts.of(view, webhook, event, one.match(), fate);
            recipients.add(new Recipient(webhook, verdict, one.match().name(), fate.last()));
        }
        recipients.addAll(others);
        return recipients;
    }
}
