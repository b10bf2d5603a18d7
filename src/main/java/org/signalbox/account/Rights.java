package org.signalbox.account;

import java.util.Map;
import java.util.Set;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;

/**
 * What an actor may do and see in the projects, and whom of the people, that an answer shows.
 * Looked up at once by {@link Access#rights}, so that showing a list asks nothing an element.
 */
public final class Rights {
    private final Actor actor;
    private final Map<Long, Set<Permission>> projects;
    private final Set<Long> people;

    Rights(Actor actor, Map<Long, Set<Permission>> projects, Set<Long> people) {
        this.actor = actor;
        this.projects = projects;
        this.people = people;
    }

    /** The rights of the server itself, who may and sees everything. */
    public static Rights ofSystem() {
        return new Rights(Actor.system(), Map.of(), Set.of());
    }

    public Actor actor() {
        return actor;
    }

    public boolean may(Permission permission, long projectId) {
        return actor.isAdmin() || projects.getOrDefault(projectId, Set.of()).contains(permission);
    }

    public boolean sees(long projectId) {
        return may(Permission.VIEW_PROJECT, projectId);
    }

    public boolean seesUser(long userId) {
        return actor.isAdmin() || actor.is(userId) || people.contains(userId);
    }

    /** A link to a project, or to nothing that could be told from a missing one. */
    public Link project(Reference project) {
        return sees(project.id())
                ? Link.to("/api/v3/projects/" + project.id(), project.title())
                : Link.undisclosed();
    }
}
