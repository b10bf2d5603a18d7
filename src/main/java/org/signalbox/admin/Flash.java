package org.signalbox.admin;

import org.jspecify.annotations.Nullable;

/**
 * A sentence at the top of the next page: what the last action did.
 *
 * @param note what else is to be said of it
 * @param href the page with more of that
 */
public record Flash(
        String tone, String icon, String text, @Nullable String note, @Nullable String href) {

    /** It was done. */
    public static Flash done(String text) {
        return new Flash("ok", "circle-check", text, null, null);
    }

    /** It was not done. */
    public static Flash refused(String text) {
        return new Flash("bad", "circle-x", text, null, null);
    }

    /** The same with a note about an event. */
    public Flash noting(String words, long event) {
        return new Flash(tone, icon, text, words, EventsPage.path(event));
    }
}
