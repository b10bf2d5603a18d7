package org.signalbox.admin;

import org.jspecify.annotations.Nullable;

/**
 * One attempt in a delivery's history, or the one that is still to come.
 *
 * @param href shows its exchange; null where there is none
 */
record Step(
        String tone,
        String icon,
        String words,
        String when,
        String took,
        @Nullable String href,
        boolean chosen,
        boolean coming) {}
