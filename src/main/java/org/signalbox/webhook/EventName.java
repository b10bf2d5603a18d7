package org.signalbox.webhook;

import java.util.List;
import java.util.stream.Stream;

/**
 * An event as a format calls it.
 *
 * @param name what a webhook subscribes to, and what the payload says
 * @param type the canonical name
 * @param group heading of the kind of subject, e.g. "Time entries"
 * @param label what happened, e.g. "Created"
 * @param aliases other names that it has in the format; who subscribes to one gets that one
 */
public record EventName(
        String name, String type, String group, String label, List<String> aliases) {

    public EventName {
        aliases = List.copyOf(aliases);
    }

    public EventName(String name, String type, String group, String label) {
        this(name, type, group, label, List.of());
    }

    /** The name and all others that it has. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }

    /** The same event under one of its names. */
    EventName called(String one) {
        return one.equals(name) ? this : new EventName(one, type, group, label);
    }
}
