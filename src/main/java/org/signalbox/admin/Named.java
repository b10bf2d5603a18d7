package org.signalbox.admin;

import org.jspecify.annotations.Nullable;

/**
 * A name with its value: a header line, or a fact about something.
 *
 * @param tone the CSS class of the value, empty for none
 * @param href where the value leads; null for nowhere
 */
record Named(String name, String value, String tone, @Nullable String href) {

    Named(String name, String value, String tone) {
        this(name, value, tone, null);
    }

    Named(String name, String value) {
        this(name, value, "");
    }

    static Named link(String name, String value, String href) {
        return new Named(name, value, "", href);
    }
}
