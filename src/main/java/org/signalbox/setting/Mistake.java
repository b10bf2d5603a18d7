package org.signalbox.setting;

import java.util.List;

/**
 * Something in a draft that cannot be.
 *
 * @param what a word for the kind of mistake, which pages have a sentence for
 * @param details what the sentence names: a limit, or the number of a line and what stands there
 */
public record Mistake(Field field, String what, List<Object> details) {

    /** Where it is. */
    public enum Field {
        MAX_PAGE_SIZE,
        CORS_ORIGINS
    }

    public Mistake {
        details = List.copyOf(details);
    }
}
