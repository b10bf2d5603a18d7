package org.signalbox.project;

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
        Instant createdAt,
        Instant updatedAt) {

    public Project {
        ancestors = List.copyOf(ancestors);
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
                createdAt,
                updatedAt);
    }
}
