package org.signalbox.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The envelope of an event, where its format leaves that open. */
public enum ContentMode {
    /** Type, time and data in the body, as Standard Webhooks suggests. */
    STANDARD,
    /** CloudEvents: the data alone is the body, headers tell the rest. */
    CLOUDEVENTS_BINARY,
    /** CloudEvents: all of it in the body. */
    CLOUDEVENTS_STRUCTURED;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this word. */
    public static Optional<ContentMode> named(String word) {
        return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
