package org.signalbox.workpackage;

import java.time.Instant;
import org.signalbox.hal.Reference;

/**
 * A kind of work package.
 *
 * @param isMilestone whether it happens on one day
 */
public record WorkPackageType(
        long id,
        String name,
        String color,
        int position,
        boolean isDefault,
        boolean isMilestone,
        Instant createdAt,
        Instant updatedAt) {

    public Reference reference() {
        return new Reference(id, name);
    }
}
