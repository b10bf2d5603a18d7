package org.signalbox.project;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is planned with a project, beyond what OpenProject knows of it.
 *
 * @param code by which accounts know the project
 * @param timeBudget how much time may be spent on it
 * @param billableByDefault whether its hours are billed unless somebody says otherwise
 * @param color as {@code #rrggbb}
 */
public record Planning(
        @Nullable String code,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Duration timeBudget,
        boolean billableByDefault,
        @Nullable String color,
        List<String> tags,
        Certainty certainty) {

    /** How sure it is that the project is done. */
    public enum Certainty {
        CONFIRMED,
        TENTATIVE,
        /** Done for the organisation itself. */
        INTERNAL
    }

    /** Nothing said yet. */
    public static final Planning OPEN =
            new Planning(null, null, null, null, true, null, List.of(), Certainty.CONFIRMED);

    public Planning {
        tags = List.copyOf(requireNonNullElse(tags, List.of()));
        certainty = requireNonNullElse(certainty, Certainty.CONFIRMED);
    }
}
