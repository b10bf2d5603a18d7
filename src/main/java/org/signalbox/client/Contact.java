package org.signalbox.client;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a client.
 *
 * @param type one of {@link #TYPES}
 * @param label whose it is or what it is for
 * @param value the address or number itself
 */
public record Contact(String type, @Nullable String label, String value) {

    /** The kinds of contacts there are. */
    static final Set<String> TYPES = Set.of("email", "phone", "address", "website", "other");
}
