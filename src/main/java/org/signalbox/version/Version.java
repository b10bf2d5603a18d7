package org.signalbox.version;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * Something that is finished at some time, with all work that was put into it.
 *
 * @param project that defines it
 */
public record Version(
        long id,
        Reference project,
        String name,
        String description,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        VersionStatus status,
        Sharing sharing,
        Instant createdAt,
        Instant updatedAt) {

    /** How others refer to it. */
    public Reference reference() {
        return new Reference(id, name);
    }

    /** Whether work can be put into it. */
    public boolean isOpen() {
        return status == VersionStatus.OPEN;
    }
}
