package org.signalbox.workpackage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * What stands above and below a work package.
 *
 * @param ancestors the work packages above it, from the topmost down to the parent
 * @param children the work packages right below it, oldest first
 * @param totals what follows from all below it; null if there is nothing
 * @param elsewhere the projects of those of them that are in another one than it is, by their ids
 */
public record Family(
        List<Reference> ancestors,
        List<Reference> children,
        @Nullable Totals totals,
        Map<Long, Long> elsewhere) {

    /** Nobody above and nobody below. */
    public static final Family NONE = new Family(List.of(), List.of(), null, Map.of());

    public Family {
        ancestors = List.copyOf(ancestors);
        children = List.copyOf(children);
        elsewhere = Map.copyOf(Objects.requireNonNullElse(elsewhere, Map.of())); // older have none
    }

    /** The same above, nobody below. */
    Family above() {
        return new Family(ancestors, List.of(), null, elsewhere);
    }

    /** Right below this one, nobody below. */
    static Family below(WorkPackage parent) {
        return new Family(
                List.of(parent.reference()),
                List.of(),
                null,
                Map.of(parent.id(), parent.project().id()));
    }

    /** The project of one of them, where this is the work package's own. */
    long project(Reference member, long own) {
        return elsewhere.getOrDefault(member.id(), own);
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
