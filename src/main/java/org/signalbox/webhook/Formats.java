package org.signalbox.webhook;

import java.util.List;
import java.util.Optional;
import org.signalbox.event.Event;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The formats there are. */
@Component
public final class Formats {
    /** The id of the format that a webhook has unless it asks for another. */
    public static final String DEFAULT = "openproject";

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

    /** The name under which the event goes out to who wants this; none if it does not. */
    public Optional<String> nameFor(Subscription subscription, Event event) {
        return subscription.covers(event)
                ? get(subscription.format()).nameFor(event, subscription.events())
                : Optional.empty();
    }
}
