package org.signalbox.work;

import org.jspecify.annotations.Nullable;

/**
 * Something known about a thing.
 *
 * @param href where the value leads; null for nowhere
 */
record Fact(String name, String value, @Nullable String href) {

    Fact(String name, String value) {
        this(name, value, null);
    }
}
