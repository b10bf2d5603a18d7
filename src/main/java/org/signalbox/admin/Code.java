package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body as it is shown: its text in pieces, each with its kind, which decides the colour. */
record Code(List<Token> tokens) {

    /**
     * The kind is the CSS class: k for a key, s for a string, n for a number; null for the rest.
     */
    record Token(@Nullable String kind, String text) {}

    /** Laid out over lines if it looks like JSON, else as it stands. */
    static Code of(String text) {
        String body = text.strip();
        boolean json = body.startsWith("{") || body.startsWith("[");
        return new Code(json ? new JsonLayout(body).tokens() : List.of(new Token(null, text)));
    }
}
