package org.signalbox.project;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a project is doing, in the words of who leads it. */
public enum ProjectStatus {
    NOT_STARTED("Not started"),
    ON_TRACK("On track"),
    AT_RISK("At risk"),
    OFF_TRACK("Off track"),
    FINISHED("Finished"),
    DISCONTINUED("Discontinued");

    private final String title;

    ProjectStatus(String title) {
        this.title = title;
    }

    /** The word in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** The status with that code, or null if there is none. */
    static @Nullable ProjectStatus ofCode(@Nullable String code) {
        for (ProjectStatus status : values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        return null;
    }
}
