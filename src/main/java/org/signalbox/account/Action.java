package org.signalbox.account;

import static org.signalbox.account.Permission.ADD_INTERNAL_COMMENTS;
import static org.signalbox.account.Permission.ADD_PROJECT;
import static org.signalbox.account.Permission.ADD_PROJECT_COMMENTS;
import static org.signalbox.account.Permission.ADD_SUBPROJECTS;
import static org.signalbox.account.Permission.ADD_WORK_PACKAGES;
import static org.signalbox.account.Permission.ADD_WORK_PACKAGE_COMMENTS;
import static org.signalbox.account.Permission.ADD_WORK_PACKAGE_WATCHERS;
import static org.signalbox.account.Permission.DELETE_WORK_PACKAGES;
import static org.signalbox.account.Permission.DELETE_WORK_PACKAGE_WATCHERS;
import static org.signalbox.account.Permission.EDIT_OWN_TIME_ENTRIES;
import static org.signalbox.account.Permission.EDIT_PROJECT;
import static org.signalbox.account.Permission.EDIT_PROJECT_COMMENTS;
import static org.signalbox.account.Permission.EDIT_TIME_ENTRIES;
import static org.signalbox.account.Permission.EDIT_WORK_PACKAGES;
import static org.signalbox.account.Permission.EDIT_WORK_PACKAGE_COMMENTS;
import static org.signalbox.account.Permission.LOG_OWN_TIME;
import static org.signalbox.account.Permission.LOG_TIME;
import static org.signalbox.account.Permission.MANAGE_ASSIGNMENTS;
import static org.signalbox.account.Permission.MANAGE_CATEGORIES;
import static org.signalbox.account.Permission.MANAGE_CLIENTS;
import static org.signalbox.account.Permission.MANAGE_MEMBERS;
import static org.signalbox.account.Permission.MANAGE_PUBLIC_QUERIES;
import static org.signalbox.account.Permission.MANAGE_TASK_LISTS;
import static org.signalbox.account.Permission.MANAGE_VERSIONS;
import static org.signalbox.account.Permission.MANAGE_WORK_PACKAGE_RELATIONS;
import static org.signalbox.account.Permission.VIEW_ASSIGNMENTS;
import static org.signalbox.account.Permission.VIEW_INTERNAL_COMMENTS;
import static org.signalbox.account.Permission.VIEW_MEMBERS;
import static org.signalbox.account.Permission.VIEW_OWN_TIME_ENTRIES;
import static org.signalbox.account.Permission.VIEW_PROJECT;
import static org.signalbox.account.Permission.VIEW_TIME_ENTRIES;
import static org.signalbox.account.Permission.VIEW_WORK_PACKAGES;
import static org.signalbox.account.Permission.VIEW_WORK_PACKAGE_WATCHERS;
import static org.signalbox.account.Permission.WORK_PACKAGE_ASSIGNED;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that can be done, by the name that clients know. What ends in {@code _own} is done to
 * what oneself made.
 *
 * @param id the resource and what is done with it, e.g. {@code work_packages/create}
 * @param permissions any of which allows it; none if everybody may who is signed in
 * @param administration whether it is for administrators alone
 */
public record Action(String id, String name, Set<Permission> permissions, boolean administration) {

    /** All of them, by id. */
    public static final List<Action> ALL =
            List.of(
                    of("absences/create", "Be away"),
                    of("absences/destroy", "Delete own absences"),
                    of("absences/read", "View own absences"),
                    of("absences/update", "Change own absences"),
                    of("activities/read", "View activities and comments", VIEW_WORK_PACKAGES),
                    of("activities/update", "Edit comments", EDIT_WORK_PACKAGE_COMMENTS),
                    of("activities/update_own", "Edit own comments", ADD_WORK_PACKAGE_COMMENTS),
                    of("assignments/create", "Assign people to projects", MANAGE_ASSIGNMENTS),
                    of("assignments/destroy", "Delete assignments", MANAGE_ASSIGNMENTS),
                    of("assignments/read", "View assignments", VIEW_ASSIGNMENTS),
                    of("assignments/update", "Change assignments", MANAGE_ASSIGNMENTS),
                    of(
                            "attachments/create",
                            "Attach files",
                            ADD_WORK_PACKAGES,
                            EDIT_WORK_PACKAGES,
                            ADD_WORK_PACKAGE_COMMENTS),
                    of("attachments/destroy", "Delete files", EDIT_WORK_PACKAGES),
                    of("attachments/read", "View files", VIEW_WORK_PACKAGES),
                    of("categories/create", "Add categories", MANAGE_CATEGORIES),
                    of("categories/destroy", "Delete categories", MANAGE_CATEGORIES),
                    of("categories/read", "View categories", VIEW_WORK_PACKAGES),
                    of("categories/update", "Change categories", MANAGE_CATEGORIES),
                    of("clients/create", "Add clients", MANAGE_CLIENTS),
                    of("clients/destroy", "Delete clients", MANAGE_CLIENTS),
                    of("clients/read", "View clients", VIEW_PROJECT, MANAGE_CLIENTS),
                    of("clients/update", "Change clients", MANAGE_CLIENTS),
                    administration("groups/create", "Add groups"),
                    administration("groups/destroy", "Delete groups"),
                    administration("groups/read", "View all groups"),
                    administration("groups/update", "Change groups"),
                    of("internal_comments/create", "Comment internally", ADD_INTERNAL_COMMENTS),
                    of("internal_comments/read", "View internal comments", VIEW_INTERNAL_COMMENTS),
                    of("memberships/create", "Add members", MANAGE_MEMBERS),
                    of("memberships/destroy", "Remove members", MANAGE_MEMBERS),
                    of("memberships/read", "View members", VIEW_MEMBERS),
                    of("memberships/update", "Change members", MANAGE_MEMBERS),
                    administration("placeholder_users/create", "Add placeholders"),
                    administration("placeholder_users/destroy", "Delete placeholders"),
                    administration("placeholder_users/read", "View all placeholders"),
                    administration("placeholder_users/update", "Change placeholders"),
                    of("project_comments/create", "Comment on projects", ADD_PROJECT_COMMENTS),
                    of("project_comments/destroy", "Delete comments", EDIT_PROJECT_COMMENTS),
                    of("project_comments/destroy_own", "Delete own comments", ADD_PROJECT_COMMENTS),
                    of("project_comments/read", "View comments on projects", VIEW_PROJECT),
                    of("project_comments/update", "Edit comments", EDIT_PROJECT_COMMENTS),
                    of("project_comments/update_own", "Edit own comments", ADD_PROJECT_COMMENTS),
                    of("projects/create", "Add projects", ADD_PROJECT, ADD_SUBPROJECTS),
                    of("projects/read", "View project", VIEW_PROJECT),
                    of("projects/update", "Edit project", EDIT_PROJECT),
                    of("queries/publish", "Show queries to everybody", MANAGE_PUBLIC_QUERIES),
                    of("relations/create", "Add relations", MANAGE_WORK_PACKAGE_RELATIONS),
                    of("relations/destroy", "Delete relations", MANAGE_WORK_PACKAGE_RELATIONS),
                    of("relations/read", "View relations", VIEW_WORK_PACKAGES),
                    of("relations/update", "Change relations", MANAGE_WORK_PACKAGE_RELATIONS),
                    of("task_lists/create", "Add task lists", MANAGE_TASK_LISTS),
                    of("task_lists/destroy", "Delete task lists", MANAGE_TASK_LISTS),
                    of("task_lists/read", "View task lists", VIEW_WORK_PACKAGES),
                    of("task_lists/update", "Change task lists", MANAGE_TASK_LISTS),
                    of("time_entries/create", "Log time", LOG_TIME, LOG_OWN_TIME),
                    of("time_entries/destroy", "Delete time", EDIT_TIME_ENTRIES),
                    of("time_entries/destroy_own", "Delete own time", EDIT_OWN_TIME_ENTRIES),
                    of("time_entries/read", "View time", VIEW_TIME_ENTRIES),
                    of("time_entries/read_own", "View own time", VIEW_OWN_TIME_ENTRIES),
                    of("time_entries/update", "Edit time", EDIT_TIME_ENTRIES),
                    of("time_entries/update_own", "Edit own time", EDIT_OWN_TIME_ENTRIES),
                    administration("users/create", "Add users"),
                    administration("users/destroy", "Delete users"),
                    administration("users/read", "View all users"),
                    administration("users/update", "Change users"),
                    of("versions/create", "Add versions", MANAGE_VERSIONS),
                    of("versions/destroy", "Delete versions", MANAGE_VERSIONS),
                    of("versions/read", "View versions", VIEW_WORK_PACKAGES),
                    of("versions/update", "Change versions", MANAGE_VERSIONS),
                    of("watchers/create", "Let others watch", ADD_WORK_PACKAGE_WATCHERS),
                    of("watchers/destroy", "Remove watchers", DELETE_WORK_PACKAGE_WATCHERS),
                    of("watchers/read", "View watchers", VIEW_WORK_PACKAGE_WATCHERS),
                    of(
                            "work_packages/assign_versions",
                            "Put work packages into versions",
                            EDIT_WORK_PACKAGES),
                    of("work_packages/assigned", "Be given work packages", WORK_PACKAGE_ASSIGNED),
                    of(
                            "work_packages/comment",
                            "Comment on work packages",
                            ADD_WORK_PACKAGE_COMMENTS),
                    of("work_packages/create", "Add work packages", ADD_WORK_PACKAGES),
                    of("work_packages/destroy", "Delete work packages", DELETE_WORK_PACKAGES),
                    of("work_packages/read", "View work packages", VIEW_WORK_PACKAGES),
                    of("work_packages/update", "Edit work packages", EDIT_WORK_PACKAGES));

    private static Action of(String id, String name, Permission... permissions) {
        return new Action(id, name, Set.of(permissions), false);
    }

    private static Action administration(String id, String name) {
        return new Action(id, name, Set.of(), true);
    }

    public static Optional<Action> find(String id) {
        return ALL.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** The resource it is done to. */
    public String module() {
        return id.substring(0, id.indexOf('/'));
    }
}
