package org.signalbox.attachment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an attachment is attached to. */
public record Container(Kind kind, long id, @Nullable String title) {

    /** What can have attachments. */
    public enum Kind {
        WORK_PACKAGES,
        ACTIVITIES;

        /** Its collection in the API. */
        String collection() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String path() {
        return "/api/v3/" + kind.collection() + "/" + id;
    }
}
