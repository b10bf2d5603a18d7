package org.signalbox.category;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * A sort of work in one project.
 *
 * @param defaultAssignee who gets new work of this sort that was given to nobody
 */
public record Category(
        long id,
        Reference project,
        String name,
        @Nullable Reference defaultAssignee,
        Instant createdAt,
        Instant updatedAt) {

    /** How others refer to it. */
    public Reference reference() {
        return new Reference(id, name);
    }
}
