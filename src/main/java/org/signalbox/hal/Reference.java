package org.signalbox.hal;

import org.jspecify.annotations.Nullable;

/**
 * Another resource as a resource knows it: its id and how it is called. One that a client wrote has
 * an empty title until the rules have looked it up.
 */
public record Reference(long id, String title) {

    public static Reference to(long id) {
        return new Reference(id, "");
    }

    /** The reference of a nullable column pair. */
    public static @Nullable Reference orNull(@Nullable Long id, @Nullable String title) {
        return id == null ? null : new Reference(id, title == null ? "" : title);
    }
}
