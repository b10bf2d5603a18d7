package org.signalbox.workpackage;

import org.jspecify.annotations.Nullable;

/**
 * What events about a work package tell besides.
 *
 * @param normalPriority the position of the priority that is given where nobody chooses one
 * @param statusBefore which status it had; null unless it was changed
 * @param priorityBefore the same of its priority
 * @param comments how many there are on it; null if it is gone
 */
public record WorkPackageFacts(
        int normalPriority,
        @Nullable Status statusBefore,
        @Nullable Priority priorityBefore,
        @Nullable Long comments) {}
