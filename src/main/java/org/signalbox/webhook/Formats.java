package org.signalbox.webhook;

import java.util.List;
import java.util.Optional;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The formats there are. */
@Component
public final class Formats {
    /** The id of the format that a webhook has unless it asks for another. */
    public static final String DEFAULT = "openproject";

    /**
     * The id of the one whose webhooks choose how they are signed and how events are wrapped up.
     */
    public static final String NEUTRAL = "standard";

    private final List<Format> all;

    Formats(ObjectProvider<Format> formats) {
        this.all = formats.orderedStream().toList();
    }

    /** All of them, in the order of forms. */
    public List<Format> all() {
        return all;
    }

    public Optional<Format> find(String id) {
        return all.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * The format of a webhook.
     *
     * @throws IllegalStateException if there is none of this id
     */
    public Format get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No format " + id));
    }

    /**
     * Why the event goes out to the webhook, or why not: {@link #label} rule by rule, each asked as
     * it is asked there.
     */
    public Match match(Webhook webhook, Event event) {
        Subscription then = webhook.subscriptionAt(event.sequence()).orElse(null);
        if (then == null) {
            return new Match(Match.Rule.EXISTS, null, null);
        }
        if (!then.enabled()) {
            return new Match(Match.Rule.ENABLED, then, null);
        }
        Optional<String> name = get(then.format()).nameFor(event, then.events());
        if (name.isEmpty()) {
            return new Match(Match.Rule.TYPE, then, null);
        }
        Match.Rule rule =
                !then.takesProjectOf(event)
                        ? Match.Rule.PROJECT
                        : tellsOf(webhook, event) ? Match.Rule.OTHER : Match.Rule.WANTED;
        return new Match(rule, then, name.get());
    }

    /**
     * Whether the event tells how this very webhook fares. No webhook gets such an event: a
     * receiver that fails would be told so again and again.
     */
    public boolean tellsOf(Webhook webhook, Event event) {
        return EventTypes.isOfWebhook(event.type())
                && event.subject().id().equals(Long.toString(webhook.id()));
    }

    /** Whether the event goes out to the webhook by this version of what it wants. */
    public boolean isWanted(Webhook webhook, Subscription version, Event event) {
        return nameFor(version, event).isPresent() && !tellsOf(webhook, event);
    }

    /** How the event goes out by what the webhook wanted when it happened; none if it does not. */
    public Optional<Label> label(Webhook webhook, Event event) {
        return tellsOf(webhook, event)
                ? Optional.empty()
                : webhook.subscriptionAt(event.sequence()).flatMap(then -> label(then, event));
    }

    /** How it goes out once more: by what the webhook wants now, or else by what it wanted then. */
    public Optional<Label> labelNow(Webhook webhook, Event event) {
        return tellsOf(webhook, event)
                ? Optional.empty()
                : label(webhook.subscription(), event).or(() -> label(webhook, event));
    }

    private Optional<Label> label(Subscription subscription, Event event) {
        return nameFor(subscription, event)
                .map(name -> new Label(get(subscription.format()), name, subscription.packaging()));
    }

    /** The name under which the event goes out to who wants this; none if it does not. */
    public Optional<String> nameFor(Subscription subscription, Event event) {
        return subscription.covers(event)
                ? get(subscription.format()).nameFor(event, subscription.events())
                : Optional.empty();
    }
}
