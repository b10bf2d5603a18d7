package org.signalbox.store;

import org.jspecify.annotations.Nullable;

/**
 * The server cannot start, for a reason that an operator can mend. The message is that one line.
 */
public final class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
