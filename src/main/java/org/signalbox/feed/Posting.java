package org.signalbox.feed;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.signalbox.hal.Refusal;

/**
 * What one request posts.
 *
 * @param single whether it was one object, and no array
 */
record Posting(boolean single, List<CustomEvent> events) {

    Posting {
        events = List.copyOf(events);
    }

    /** The projects that it names. */
    Set<Long> projects() {
        return events.stream()
                .map(CustomEvent::projectId)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    /** What is wrong if only these projects exist. */
    Optional<Refusal> problem(Collection<Long> existing) {
        for (int i = 0; i < events.size(); i++) {
            Long project = events.get(i).projectId();
            if (project != null && !existing.contains(project)) {
                var problem =
                        new Refusal.Invalid(
                                "project", "Project %d does not exist.".formatted(project));
                return Optional.of(single ? problem : inElement(i, problem));
            }
        }
        return Optional.empty();
    }

    /** The same refusal, saying which element of an array it is about. */
    static Refusal inElement(int index, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid invalid -> inElement(index, invalid);
            case Refusal.Several several ->
                    new Refusal.Several(
                            several.parts().stream().map(part -> inElement(index, part)).toList());
            case Refusal.BadBody bad ->
                    new Refusal.BadBody("[%d]: %s".formatted(index, bad.words()));
            default -> refusal;
        };
    }

    private static Refusal inElement(int index, Refusal.Invalid invalid) {
        return new Refusal.Invalid(
                invalid.kind(),
                "[%d].%s".formatted(index, invalid.attribute()),
                "[%d]: %s".formatted(index, invalid.words()));
    }
}
