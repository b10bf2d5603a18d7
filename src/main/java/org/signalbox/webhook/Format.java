package org.signalbox.webhook;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalbox.event.Event;
import org.signalbox.sender.Header;
import org.signalbox.sender.Secret;

/** How events look to receivers. Pure: the same event gives the same bytes every time. */
public interface Format {

    /** The word in the API, e.g. {@code openproject}. */
    String id();

    /** The name for people. */
    String title();

    /** Every event that it knows, in the order of forms. */
    List<EventName> events();

    /** The event of this name, which need not be among {@link #events} where names are open. */
    default Optional<EventName> event(String name) {
        return events().stream().filter(event -> event.name().equals(name)).findFirst();
    }

    /** Whether a webhook may subscribe to this name; also true of wildcards where it has them. */
    boolean knows(String name);

    /** The subscribed name under which this event goes out; none if it is not wanted. */
    Optional<String> nameFor(Event event, Collection<String> subscribed);

    /**
     * The one type of events that can go out under this subscribed name; none when there are more,
     * as for a wildcard.
     */
    Optional<String> typeOf(String name);

    byte[] body(Event event, String name);

    /**
     * Headers of this format, besides those that every request carries.
     *
     * @param secrets that sign now, newest first
     */
    List<Header> headers(byte[] body, List<Secret> secrets);

    /** A realistic event that goes out under this name, for tests and previews. */
    Event sample(String name);
}
