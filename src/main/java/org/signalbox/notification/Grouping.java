package org.signalbox.notification;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;

/** By what lists of notifications can be put into groups. */
enum Grouping {
    REASON("n.reason", "n.reason"),
    PROJECT("w.project_id", "(select p.name from project p where p.id = w.project_id)");

    private final String key;
    private final String title;

    Grouping(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** The one that the list asks for; null if it asks for none. */
    static @Nullable Grouping of(Listing listing) {
        return listing.grouping(
                name -> Stream.of(values()).filter(one -> one.word().equals(name)).findFirst());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** SQL of what a group has in common; groups follow each other by it. */
    String key() {
        return key;
    }

    /** SQL of how that is called. */
    String title() {
        return title;
    }

    /**
     * Some notifications with something in common.
     *
     * @param project null where that is no project
     */
    record Group(String value, @Nullable Reference project, long count) {}
}
