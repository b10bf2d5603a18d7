package org.signalbox.bench;

import java.util.Locale;

/** What a server keeps its data in. */
enum Database {
    SQLITE,
    POSTGRESQL;

    static Database of(String name) {
        for (Database database : values()) {
            if (database.toString().equals(name)) {
                return database;
            }
        }
        throw new IllegalArgumentException("There is no database '%s'.".formatted(name));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
