package org.signalbox.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that any payload format shows of an event, as it was at that moment, so that rendering
 * needs no database.
 *
 * @param subject the detail record of what the event is about, with what it refers to
 * @param actor the person who caused it; null when nobody did
 * @param changes by attribute name as the API calls it; empty unless something was changed
 */
public record Snapshot(Object subject, @Nullable Object actor, Map<String, Change> changes)
        implements Content {

    public static Snapshot of(Object subject, @Nullable Object actor) {
        return new Snapshot(subject, actor, Map.of());
    }
}
