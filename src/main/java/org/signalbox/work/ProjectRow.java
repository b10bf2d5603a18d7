package org.signalbox.work;

import org.jspecify.annotations.Nullable;

/** A project in the list. */
record ProjectRow(
        long id,
        String name,
        String identifier,
        @Nullable String parent,
        boolean archived,
        String status,
        String visibility,
        String changed) {}
