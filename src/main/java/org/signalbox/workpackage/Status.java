package org.signalbox.workpackage;

import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/** How far a work package is. */
public record Status(
        long id,
        String name,
        String color,
        int position,
        boolean isDefault,
        boolean isClosed,
        boolean isReadonly,
        boolean excludedFromTotals,
        @Nullable Integer defaultDoneRatio) {

    public Reference reference() {
        return new Reference(id, name);
    }
}
