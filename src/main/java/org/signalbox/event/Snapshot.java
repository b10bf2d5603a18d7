package org.signalbox.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that any payload format shows of an event, as it was at that moment, so that rendering
 * needs no database.
 *
 * @param subject the detail record of what the event is about, with what it refers to
 * @param actor the person who caused it; null when nobody did
 * @param changes by attribute name as the API calls it; empty unless something was changed
 * @param besides what only some formats show; null if there is nothing
 */
public record Snapshot(
        Object subject,
        @Nullable Object actor,
        Map<String, Change> changes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Besides besides)
        implements Content {

    public Snapshot(Object subject, @Nullable Object actor, Map<String, Change> changes) {
        this(subject, actor, changes, null);
    }

    public static Snapshot of(Object subject, @Nullable Object actor) {
        return new Snapshot(subject, actor, Map.of());
    }

    /** The same, of a subject that had been changed last at that time. */
    public Snapshot updatedBefore(Instant time) {
        var known = known();
        return with(new Besides(known.createdBy(), time, known.facts()));
    }

    /** The same with more about a subject of its kind. */
    public Snapshot knowing(@Nullable Object facts) {
        var known = known();
        return facts == null
                ? this
                : with(new Besides(known.createdBy(), known.updatedBefore(), facts));
    }

    /** The same, of a subject that this person made. */
    public Snapshot createdBy(@Nullable Long user) {
        var known = known();
        return user == null ? this : with(new Besides(user, known.updatedBefore(), known.facts()));
    }

    private Besides known() {
        return besides == null ? Besides.NOTHING : besides;
    }

    private Snapshot with(Besides more) {
        return new Snapshot(subject, actor, changes, more);
    }
}
