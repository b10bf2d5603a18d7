package org.signalbox.journal;

import java.util.Locale;
import java.util.Optional;

/** The ways to react to a comment. */
public enum Emoji {
    THUMBS_UP("\uD83D\uDC4D"),
    THUMBS_DOWN("\uD83D\uDC4E"),
    GRINNING_FACE_WITH_SMILING_EYES("\uD83D\uDE04"),
    CONFUSED_FACE("\uD83D\uDE15"),
    HEART("\u2764\uFE0F"),
    PARTY_POPPER("\uD83C\uDF89"),
    ROCKET("\uD83D\uDE80"),
    EYES("\uD83D\uDC40");

    private final String character;

    Emoji(String character) {
        this.character = character;
    }

    /** The word in the API and in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String character() {
        return character;
    }

    static Optional<Emoji> ofWord(String word) {
        for (Emoji emoji : values()) {
            if (emoji.word().equals(word)) {
                return Optional.of(emoji);
            }
        }
        return Optional.empty();
    }
}
