package org.signalbox.version;

import java.util.Locale;
import java.util.Optional;

/** Whether work is still put into a version. */
public enum VersionStatus {
    OPEN,
    /** Not finished, but nothing is put into it any more. */
    LOCKED,
    /** Finished. */
    CLOSED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<VersionStatus> ofWord(String word) {
        for (VersionStatus status : values()) {
            if (status.word().equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
