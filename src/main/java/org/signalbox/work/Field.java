package org.signalbox.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form: an attribute as the API calls it, and how it is typed.
 *
 * @param label in the words of the viewer
 * @param none the words for no choice; null where one has to be made
 */
record Field(
        String name,
        String label,
        Kind kind,
        List<Option> options,
        boolean optional,
        @Nullable String none,
        @Nullable String hint) {

    Field {
        options = List.copyOf(options);
    }

    static Field of(String name, Kind kind, String label) {
        return new Field(name, label, kind, List.of(), false, null, null);
    }

    /** When the thing was changed last, by which it is noticed that somebody else was faster. */
    static Field seen() {
        return of(FormBody.SEEN, Kind.SEEN, "");
    }

    static Field choice(String name, String label, List<Option> options) {
        return new Field(name, label, Kind.CHOICE, options, false, null, null);
    }

    /** It may be left empty; then it is not sent. */
    Field leftOut() {
        return new Field(name, label, kind, options, true, none, hint);
    }

    /** It may be left empty, which is a choice too. */
    Field orNone(String words) {
        return new Field(name, label, kind, options, optional, words, hint);
    }

    Field from(List<Option> others) {
        return new Field(name, label, kind, others, optional, none, hint);
    }

    Field explained(String words) {
        return new Field(name, label, kind, options, optional, none, words);
    }

    /** Whether nobody sees it. */
    boolean hidden() {
        return kind == Kind.KEPT || kind == Kind.SEEN;
    }
}
