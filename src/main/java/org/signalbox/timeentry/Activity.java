package org.signalbox.timeentry;

import org.signalbox.hal.Reference;

/** What kind of work hours were spent on. */
public record Activity(long id, String name, int position, boolean isDefault) {

    public Reference reference() {
        return new Reference(id, name);
    }
}
