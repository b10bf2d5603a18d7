package org.signalbox.workpackage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * What stands above and below a work package. All of it is in the same project.
 *
 * @param ancestors the work packages above it, from the topmost down to the parent
 * @param children the work packages right below it, oldest first
 * @param totals what follows from all below it; null if there is nothing
 */
public record Family(List<Reference> ancestors, List<Reference> children, @Nullable Totals totals) {

    /** Nobody above and nobody below. */
    public static final Family NONE = new Family(List.of(), List.of(), null);

    public Family {
        ancestors = List.copyOf(ancestors);
        children = List.copyOf(children);
    }

    /** These above, nobody below. */
    static Family below(List<Reference> ancestors) {
        return new Family(ancestors, List.of(), null);
    }

    /**
     * What follows for a work package from those below it.
     *
     * @param start when the first of them starts
     * @param due when the last of them is finished
     * @param estimated its own work and theirs, without what is excluded from totals
     * @param remaining the same of the remaining work
     */
    public record Totals(
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable Duration estimated,
            @Nullable Duration remaining) {

        /** How much of the work is done; null if nobody knows. */
        @Nullable Long percentageDone() {
            if (estimated == null || remaining == null || !estimated.isPositive()) {
                return null;
            }
            long done = estimated.toSeconds() - remaining.toSeconds();
            return Math.clamp(Math.round(100.0 * done / estimated.toSeconds()), 0L, 100L);
        }
    }
}
