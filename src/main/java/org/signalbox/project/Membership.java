package org.signalbox.project;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * That somebody works in a project, and in which roles.
 *
 * @param project null for roles that hold outside of all projects
 */
public record Membership(
        long id,
        @Nullable Reference project,
        Reference principal,
        List<Reference> roles,
        Instant createdAt,
        Instant updatedAt) {

    public Membership {
        roles = List.copyOf(roles);
    }

    /** The id of the project; null outside of all projects. */
    @Nullable Long projectId() {
        return project == null ? null : project.id();
    }

    Membership with(List<Reference> newRoles, Instant now) {
        return new Membership(id, project, principal, newRoles, createdAt, now);
    }
}
