package org.signalbox.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much the data of an event tells, where its format leaves that open. */
public enum Payload {
    /** The subject as the API shows it, who did it, and what was changed. */
    FULL,
    /** Ids and links only; who wants more asks the API, which knows who may see it. */
    THIN;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this word. */
    public static Optional<Payload> named(String word) {
        return Stream.of(values()).filter(payload -> payload.word().equals(word)).findFirst();
    }
}
