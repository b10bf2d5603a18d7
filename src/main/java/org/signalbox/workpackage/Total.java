package org.signalbox.workpackage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * What some work packages come to.
 *
 * @param value what they have in common; null where they have nothing there, and for all at once
 */
record Total(
        @Nullable Reference value,
        long count,
        @Nullable Duration estimated,
        @Nullable Duration remaining) {}
