package org.signalbox.tasklist;

import java.time.Instant;
import org.signalbox.hal.Reference;

/**
 * A list of work packages in a project.
 *
 * @param position its place among the lists of the project, from 1
 * @param archived whether it takes no more work packages
 */
public record TaskList(
        long id,
        Reference project,
        String name,
        long position,
        boolean archived,
        Instant createdAt,
        Instant updatedAt) {

    /** How others refer to it. */
    public Reference reference() {
        return new Reference(id, name);
    }
}
