package org.signalbox.event;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an event is about; deliveries about the same subject keep their order.
 *
 * @param kind the sort of thing, e.g. {@code time_entry}
 * @param id which one of its kind
 */
public record Subject(String kind, String id) {
    private static final Pattern WRITTEN = Pattern.compile("([\\p{L}_][\\p{L}_ ]*?)[ :#]+(\\S+)");

    public static Subject of(String kind, long id) {
        return new Subject(kind, Long.toString(id));
    }

    /** What somebody wrote: {@code work_package 57}, {@code time_entry:812}. */
    public static Optional<Subject> read(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        return parts.matches()
                ? Optional.of(
                        new Subject(
                                parts.group(1).strip().toLowerCase(Locale.ROOT).replace(' ', '_'),
                                parts.group(2)))
                : Optional.empty();
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
