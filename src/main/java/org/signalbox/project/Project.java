package org.signalbox.project;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * A container of work, in a tree of projects.
 *
 * @param isPublic whether everybody may see it
 * @param active false for one that is archived
 * @param ancestors the projects above it, from the root down to the parent
 * @param client for whom it is done; null for nobody else
 */
public record Project(
        long id,
        String identifier,
        String name,
        String description,
        boolean isPublic,
        boolean active,
        @Nullable ProjectStatus status,
        String statusExplanation,
        List<Reference> ancestors,
        @Nullable Reference client,
        Planning planning,
        Instant createdAt,
        Instant updatedAt) {

    public Project {
        ancestors = List.copyOf(ancestors);
        planning = requireNonNullElse(planning, Planning.OPEN);
    }

    /** The project right above it; null for a root. */
    public @Nullable Reference parent() {
        return ancestors.isEmpty() ? null : ancestors.getLast();
    }

    /** How others refer to it. */
    public Reference reference() {
        return new Reference(id, name);
    }

    Project below(List<Reference> ancestors) {
        return new Project(
                id,
                identifier,
                name,
                description,
                isPublic,
                active,
                status,
                statusExplanation,
                ancestors,
                client,
                planning,
                createdAt,
                updatedAt);
    }

    Project withoutClient(Instant now) {
        return new Project(
                id,
                identifier,
                name,
                description,
                isPublic,
                active,
                status,
                statusExplanation,
                ancestors,
                null,
                planning,
                createdAt,
                now);
    }
}
