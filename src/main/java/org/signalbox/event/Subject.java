package org.signalbox.event;

/**
 * What an event is about; deliveries about the same subject keep their order.
 *
 * @param kind the sort of thing, e.g. {@code time_entry}
 * @param id which one of its kind
 */
public record Subject(String kind, String id) {

    public static Subject of(String kind, long id) {
        return new Subject(kind, Long.toString(id));
    }

    /** Of an event that is about nothing else. */
    public static Subject ofEvent(String eventId) {
        return new Subject("event", eventId);
    }

    /** For example {@code time_entry:812}. */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
