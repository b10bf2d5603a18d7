package org.signalbox.webhook;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalbox.event.Event;
import org.signalbox.sender.Header;
import org.signalbox.sender.Secret;

/**
 * How events look to receivers. Pure: the same event gives the same bytes every time.
 *
 * <p>A component that implements this is one more format: the API, the pages and the engine find it
 * by itself. Of the rest only {@code format.<id>}, the sentence that the form says of it, is to be
 * written into {@code messages/}.
 */
public interface Format {

    /** The word in the API, e.g. {@code openproject}. */
    String id();

    /** The name for people. */
    String title();

    /** Every event that it knows, in the order of forms. */
    List<EventName> events();

    /**
     * The event of this name, which need not stand among {@link #events}: it may be an alias, or
     * the names may be open.
     */
    default Optional<EventName> event(String name) {
        return events().stream()
                .filter(event -> event.name().equals(name) || event.aliases().contains(name))
                .map(event -> event.called(name))
                .findFirst();
    }

    /** Whether a webhook may subscribe to this name; also true of wildcards where it has them. */
    default boolean knows(String name) {
        return event(name).isPresent();
    }

    /** The subscribed name under which this event goes out; none if it is not wanted. */
    default Optional<String> nameFor(Event event, Collection<String> subscribed) {
        return events().stream()
                .filter(known -> known.type().equals(event.type()))
                .flatMap(EventName::names)
                .filter(subscribed::contains)
                .findFirst();
    }

    /**
     * The one type of events that can go out under this subscribed name; none when there are more,
     * as for a wildcard.
     */
    default Optional<String> typeOf(String name) {
        return event(name).map(EventName::type);
    }

    /** Whether it takes the data of such an event to tell under which name it goes out, if any. */
    default boolean isChosenByData(String type) {
        return false;
    }

    byte[] body(Event event, String name);

    /** The same in that packaging, where the format has more than one. */
    default byte[] body(Event event, String name, Packaging packaging) {
        return body(event, name);
    }

    /** What {@code Content-Type} says of bodies in that packaging. */
    default String contentType(Packaging packaging) {
        return "application/json";
    }

    /** Headers that tell of the event. */
    default List<Header> headers(Event event, Packaging packaging) {
        return List.of();
    }

    /**
     * Headers that sign the body, besides those that every request carries.
     *
     * @param secrets that sign now, newest first
     */
    default List<Header> headers(byte[] body, List<Secret> secrets) {
        return List.of();
    }

    /** What its receivers were promised; where nothing was, the server's settings hold. */
    default Optional<Patience> patience() {
        return Optional.empty();
    }

    /** What its webhooks have to keep to. */
    default Conditions conditions() {
        return Conditions.NONE;
    }

    /** Whether its webhooks may have changes of one person to one subject go out as one. */
    default boolean aggregates() {
        return false;
    }

    /** The part that the event has in that; none when it goes out by itself, and ends nothing. */
    default Optional<Aggregation> aggregation(Event event) {
        return Optional.empty();
    }

    /** A realistic event that goes out under this name, for tests and previews. */
    Event sample(String name);
}
