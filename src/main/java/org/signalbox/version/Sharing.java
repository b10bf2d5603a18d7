package org.signalbox.version;

import java.util.Locale;
import java.util.Optional;

/** Which projects may use a version, besides the one that defines it. */
public enum Sharing {
    NONE,
    /** Those below it. */
    DESCENDANTS,
    /** Those below and above it. */
    HIERARCHY,
    /** All that have the same root. */
    TREE,
    /** All. */
    SYSTEM;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Sharing> ofWord(String word) {
        for (Sharing sharing : values()) {
            if (sharing.word().equals(word)) {
                return Optional.of(sharing);
            }
        }
        return Optional.empty();
    }
}
