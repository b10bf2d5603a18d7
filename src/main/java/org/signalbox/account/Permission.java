package org.signalbox.account;

import java.util.Locale;
import java.util.Optional;

/**
 * What a role can allow. Administrators may everything; deleting a project is theirs alone.
 *
 * <p>The permissions of each role stand in the table {@code role_permission}.
 */
public enum Permission {
    VIEW_PROJECT,
    EDIT_PROJECT,
    ADD_SUBPROJECTS,
    VIEW_MEMBERS,
    MANAGE_MEMBERS,
    VIEW_WORK_PACKAGES,
    ADD_WORK_PACKAGES,
    EDIT_WORK_PACKAGES,
    DELETE_WORK_PACKAGES,
    ADD_WORK_PACKAGE_COMMENTS,
    /** Change what others commented. */
    EDIT_WORK_PACKAGE_COMMENTS,
    VIEW_INTERNAL_COMMENTS,
    ADD_INTERNAL_COMMENTS,
    ADD_PROJECT_COMMENTS,
    /** Change and delete what others said about the project. */
    EDIT_PROJECT_COMMENTS,
    MANAGE_WORK_PACKAGE_RELATIONS,
    VIEW_WORK_PACKAGE_WATCHERS,
    /** Let others watch; everybody may watch what they see. */
    ADD_WORK_PACKAGE_WATCHERS,
    DELETE_WORK_PACKAGE_WATCHERS,
    MANAGE_VERSIONS,
    MANAGE_CATEGORIES,
    /** Show stored queries to everybody in the project, and change those that are. */
    MANAGE_PUBLIC_QUERIES,
    /** Can be chosen as assignee or as the one accountable. */
    WORK_PACKAGE_ASSIGNED,
    VIEW_TIME_ENTRIES,
    VIEW_OWN_TIME_ENTRIES,
    /** Log time for anybody. */
    LOG_TIME,
    LOG_OWN_TIME,
    EDIT_TIME_ENTRIES,
    EDIT_OWN_TIME_ENTRIES,
    /** Add, change, delete and sort the task lists of a project. */
    MANAGE_TASK_LISTS,
    VIEW_ASSIGNMENTS,
    MANAGE_ASSIGNMENTS,
    /** Global: add, change and delete clients. */
    MANAGE_CLIENTS,
    /** Global: add a project that stands under no other. */
    ADD_PROJECT;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is for what stands in no project. */
    public boolean global() {
        return this == MANAGE_CLIENTS || this == ADD_PROJECT;
    }

    /** Empty for a permission of a later version. */
    static Optional<Permission> ofWord(String word) {
        for (Permission permission : values()) {
            if (permission.word().equals(word)) {
                return Optional.of(permission);
            }
        }
        return Optional.empty();
    }
}
