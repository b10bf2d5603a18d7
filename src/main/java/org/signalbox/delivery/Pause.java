package org.signalbox.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook was stopped until a person resumes it.
 *
 * @param by the user who did it; null when the receiver's answers did
 * @param reason in words an administrator understands
 */
record Pause(Instant since, @Nullable Long by, String reason) {}
