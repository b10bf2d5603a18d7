package org.signalbox.relation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a work package can have to do with another, seen from the one that it starts at. */
public enum RelationType {
    RELATES("relates", "relates to"),
    DUPLICATES("duplicated", "duplicates"),
    BLOCKS("blocked", "blocks"),
    FOLLOWS("precedes", "follows"),
    INCLUDES("partof", "includes"),
    REQUIRES("required", "requires");

    private final String reverse;
    private final String title;

    RelationType(String reverse, String title) {
        this.reverse = reverse;
        this.title = title;
    }

    /** A word for a relation, and whether it is said of the other end. */
    public record Said(RelationType type, boolean reversed) {}

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for the same, seen from the other end. */
    public String reverse() {
        return reverse;
    }

    /** The words for people. */
    public String title() {
        return title;
    }

    /** What a word of either direction says; empty if it is none. */
    public static Optional<Said> said(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word) || type.reverse.equals(word))
                .map(type -> new Said(type, !type.word().equals(word)))
                .findFirst();
    }
}
