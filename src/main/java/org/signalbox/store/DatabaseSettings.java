package org.signalbox.store;

import org.jspecify.annotations.Nullable;

/**
 * Which database to use.
 *
 * @param url a {@code jdbc:postgresql:} URL; null or empty for the embedded database in the data
 *     directory
 */
public record DatabaseSettings(
        @Nullable String url, @Nullable String username, @Nullable String password) {
    public DatabaseSettings {
        if (url != null && !url.isBlank() && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "signalbox.database.url must start with jdbc:postgresql: or be left out");
        }
    }

    public boolean embedded() {
        return url == null || url.isBlank();
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", username=" + username + "]";
    }
}
