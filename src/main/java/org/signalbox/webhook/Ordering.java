package org.signalbox.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which deliveries of a webhook wait for each other. */
public enum Ordering {
    /** Those about the same subject. */
    SUBJECT,
    /** All of them. */
    STRICT,
    /** None. */
    NONE;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Ordering> named(String word) {
        return Stream.of(values()).filter(ordering -> ordering.word().equals(word)).findFirst();
    }
}
