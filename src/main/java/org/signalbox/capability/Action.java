package org.signalbox.capability;

import static org.signalbox.account.Permission.ADD_PROJECT;
import static org.signalbox.account.Permission.ADD_SUBPROJECTS;
import static org.signalbox.account.Permission.ADD_WORK_PACKAGES;
import static org.signalbox.account.Permission.ADD_WORK_PACKAGE_COMMENTS;
import static org.signalbox.account.Permission.DELETE_WORK_PACKAGES;
import static org.signalbox.account.Permission.EDIT_PROJECT;
import static org.signalbox.account.Permission.EDIT_TIME_ENTRIES;
import static org.signalbox.account.Permission.EDIT_WORK_PACKAGES;
import static org.signalbox.account.Permission.LOG_OWN_TIME;
import static org.signalbox.account.Permission.LOG_TIME;
import static org.signalbox.account.Permission.MANAGE_MEMBERS;
import static org.signalbox.account.Permission.VIEW_MEMBERS;
import static org.signalbox.account.Permission.VIEW_PROJECT;
import static org.signalbox.account.Permission.VIEW_TIME_ENTRIES;
import static org.signalbox.account.Permission.VIEW_WORK_PACKAGES;
import static org.signalbox.account.Permission.WORK_PACKAGE_ASSIGNED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalbox.account.Permission;

/**
 * Something that can be done, by the name that clients know.
 *
 * @param id the resource and what is done with it, e.g. {@code work_packages/create}
 * @param permissions any of which allows it
 */
record Action(String id, String name, Set<Permission> permissions) {

    static final List<Action> ALL =
            List.of(
                    new Action("memberships/create", "Add members", Set.of(MANAGE_MEMBERS)),
                    new Action("memberships/destroy", "Remove members", Set.of(MANAGE_MEMBERS)),
                    new Action("memberships/read", "View members", Set.of(VIEW_MEMBERS)),
                    new Action("memberships/update", "Change members", Set.of(MANAGE_MEMBERS)),
                    new Action(
                            "projects/create",
                            "Add projects",
                            Set.of(ADD_PROJECT, ADD_SUBPROJECTS)),
                    new Action("projects/read", "View project", Set.of(VIEW_PROJECT)),
                    new Action("projects/update", "Edit project", Set.of(EDIT_PROJECT)),
                    new Action("time_entries/create", "Log time", Set.of(LOG_TIME, LOG_OWN_TIME)),
                    new Action("time_entries/destroy", "Delete time", Set.of(EDIT_TIME_ENTRIES)),
                    new Action("time_entries/read", "View time", Set.of(VIEW_TIME_ENTRIES)),
                    new Action("time_entries/update", "Edit time", Set.of(EDIT_TIME_ENTRIES)),
                    new Action(
                            "work_packages/assigned",
                            "Be given work packages",
                            Set.of(WORK_PACKAGE_ASSIGNED)),
                    new Action(
                            "work_packages/comment",
                            "Comment on work packages",
                            Set.of(ADD_WORK_PACKAGE_COMMENTS)),
                    new Action(
                            "work_packages/create", "Add work packages", Set.of(ADD_WORK_PACKAGES)),
                    new Action(
                            "work_packages/destroy",
                            "Delete work packages",
                            Set.of(DELETE_WORK_PACKAGES)),
                    new Action(
                            "work_packages/read", "View work packages", Set.of(VIEW_WORK_PACKAGES)),
                    new Action(
                            "work_packages/update",
                            "Edit work packages",
                            Set.of(EDIT_WORK_PACKAGES)));

    static Optional<Action> find(String id) {
        return ALL.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** The resource it is done to. */
    String module() {
        return id.substring(0, id.indexOf('/'));
    }
}
