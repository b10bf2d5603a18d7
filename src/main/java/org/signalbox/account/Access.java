package org.signalbox.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signalbox.hal.Refusal;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/**
 * What an actor may do, and where.
 *
 * <p>In a project the actor has the permissions of their roles there, and in a public project those
 * of the role Non member, or of the role Anonymous if they are not signed in. An administrator may
 * everything. A project that is not active exists for administrators only.
 */
@Component
public final class Access {
    /**
     * An SQL condition that holds if the actor is signed in. It names the parameters of {@link
     * Actor#params()}.
     */
    public static final String SIGNED_IN = AccessStore.SIGNED_IN;

    private final AccessStore store;

    Access(AccessStore store) {
        this.store = store;
    }

    /**
     * An SQL condition that holds where the project whose id stands in {@code column} is one in
     * which the actor has the permission. It names the parameters of {@link Actor#params()}. For a
     * list of visible projects: {@code Access.projects("p.id", Permission.VIEW_PROJECT)}.
     */
    public static String projects(String column, Permission permission) {
        return AccessStore.PROJECTS
                .replace("{column}", column)
                .replace("{permission}", permission.word());
    }

    /**
     * An SQL query for the ids of the projects in which an actor who is no administrator has the
     * permission. It names the parameters of {@link Actor#params()}.
     */
    public static String projectsWith(Permission permission) {
        return AccessStore.PROJECT_IDS.replace("{permission}", permission.word());
    }

    /**
     * An SQL condition that holds where the principal whose id stands in {@code column} is one whom
     * the actor may know by name: themselves and their groups, who shares a project with them whose
     * members they may see, and everybody for who manages the members of a project. It names the
     * parameters of {@link Actor#params()}.
     */
    public static String users(String column) {
        return AccessStore.USERS
                .replace("{column}", column)
                .replace("{projects}", projects("theirs.project_id", Permission.VIEW_MEMBERS));
    }

    /**
     * An SQL condition that holds where the principal whose id stands in {@code column} is the
     * actor, or a group that the actor is in. It names the parameters of {@link Actor#params()}.
     */
    public static String own(String column) {
        return column + " in " + AccessStore.ACTOR;
    }

    /** Whether the actor has the permission in that project. */
    public boolean may(View view, Actor actor, Permission permission, long projectId) {
        return store.may(view, actor, permission, projectId);
    }

    /** Whether the actor may know that this project exists. */
    public boolean sees(View view, Actor actor, long projectId) {
        return may(view, actor, Permission.VIEW_PROJECT, projectId);
    }

    /** Everything the actor may do in that project. */
    public Set<Permission> in(View view, Actor actor, long projectId) {
        return actor.isAdmin()
                ? EnumSet.allOf(Permission.class)
                : store.permissions(view, actor, projectId);
    }

    /** Those of these people who have the permission in that project. Who is locked has none. */
    public Set<Long> whoMay(
            View view, Collection<Long> userIds, Permission permission, long projectId) {
        return store.whoMay(view, userIds, permission, projectId);
    }

    /** Whether the actor has a global permission. */
    public boolean mayGlobally(View view, Actor actor, Permission permission) {
        return actor.isAdmin() || store.mayGlobally(view, actor, permission);
    }

    /** Whether the actor has the permission in any project. */
    public boolean maySomewhere(View view, Actor actor, Permission permission) {
        return actor.isAdmin() || store.maySomewhere(view, actor, permission);
    }

    /** Whether this principal itself, no group it is in, has a role with the permission there. */
    boolean hasRoleWith(View view, long principalId, Permission permission, long projectId) {
        return store.hasRoleWith(view, principalId, permission, projectId);
    }

    /** The ids of those whom the actor may know and who can be given work in the project. */
    List<Long> assignable(View view, Actor actor, long projectId) {
        return store.assignable(view, actor, projectId);
    }

    /** Whether the actor may know that this person exists. */
    public boolean seesUser(View view, Actor actor, long userId) {
        return actor.isAdmin() || actor.is(userId) || store.seesUser(view, actor, userId);
    }

    /**
     * Refuses unless the actor has the permission in that project, which there is.
     *
     * @throws Refusal.Forbidden for who may see the project at least
     */
    public void require(View view, Actor actor, Permission permission, long projectId) {
        if (!actor.isAdmin() && !may(view, actor, permission, projectId)) {
            throw new Refusal.Forbidden();
        }
    }

    /**
     * Refuses unless the actor has one of the permissions in any project.
     *
     * @throws Refusal.Forbidden for everybody else
     */
    public void requireSomewhere(View view, Actor actor, Permission... any) {
        for (Permission permission : any) {
            if (maySomewhere(view, actor, permission)) {
                return;
            }
        }
        throw new Refusal.Forbidden();
    }

    /** What the actor may in these projects, and which of these people they may know by name. */
    public Rights rights(
            View view, Actor actor, Collection<Long> projectIds, Collection<Long> userIds) {
        return actor.isAdmin()
                ? new Rights(actor, Map.of(), Set.of())
                : new Rights(
                        actor,
                        store.permissions(view, actor, Set.copyOf(projectIds)),
                        store.visibleUsers(view, actor, Set.copyOf(userIds)));
    }
}
