package org.signalbox.notification;

import java.util.Locale;

/** Why somebody is notified. */
enum Reason {
    /** The work was given to them, or to a group they are in. */
    ASSIGNED,
    /** They were made accountable for it. */
    RESPONSIBLE,
    /** Somebody spoke to them. */
    MENTIONED,
    /** Somebody spoke about their work. */
    COMMENTED,
    /** Something happened to what they watch. */
    WATCHED;

    /** The word in the API and in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Reason ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
