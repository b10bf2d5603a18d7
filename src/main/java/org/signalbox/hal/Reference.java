package org.signalbox.hal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Another resource as a resource knows it: its id and how it is called. One that a client wrote has
 * an empty title until the rules have looked it up.
 *
 * @param collection where it lives, if not in the first collection of its {@link Type}
 */
public record Reference(
        long id,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String collection) {

    public Reference(long id, String title) {
        this(id, title, null);
    }

    public static Reference to(long id) {
        return new Reference(id, "");
    }

    /** The reference of a nullable column pair. */
    public static @Nullable Reference orNull(@Nullable Long id, @Nullable String title) {
        return id == null ? null : new Reference(id, title == null ? "" : title);
    }
}
