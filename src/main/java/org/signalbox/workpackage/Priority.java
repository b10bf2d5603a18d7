package org.signalbox.workpackage;

import org.signalbox.hal.Reference;

/** How urgent a work package is; {@code position} grows with the urgency. */
public record Priority(
        long id, String name, String color, int position, boolean isDefault, boolean isActive) {

    public Reference reference() {
        return new Reference(id, name);
    }
}
