package org.signalbox.event;

import java.util.List;

/** The catalogue: the canonical name of every type of event. */
public final class EventTypes {
    public static final String PROJECT_CREATED = "project.created";
    public static final String PROJECT_UPDATED = "project.updated";
    public static final String PROJECT_STATUS_CHANGED = "project.status_changed";
    public static final String PROJECT_DELETED = "project.deleted";
    public static final String PROJECT_COMMENTED = "project.commented";
    public static final String MEMBERSHIP_CREATED = "membership.created";
    public static final String MEMBERSHIP_UPDATED = "membership.updated";
    public static final String MEMBERSHIP_DELETED = "membership.deleted";
    public static final String WORK_PACKAGE_CREATED = "work_package.created";
    public static final String WORK_PACKAGE_UPDATED = "work_package.updated";
    public static final String WORK_PACKAGE_STATUS_CHANGED = "work_package.status_changed";
    public static final String WORK_PACKAGE_TYPE_CHANGED = "work_package.type_changed";
    public static final String WORK_PACKAGE_ASSIGNED = "work_package.assigned";
    public static final String WORK_PACKAGE_UNASSIGNED = "work_package.unassigned";
    public static final String WORK_PACKAGE_COMMENTED = "work_package.commented";
    public static final String WORK_PACKAGE_DELETED = "work_package.deleted";
    public static final String TIME_ENTRY_CREATED = "time_entry.created";
    public static final String TIME_ENTRY_UPDATED = "time_entry.updated";
    public static final String TIME_ENTRY_ACTIVITY_CHANGED = "time_entry.activity_changed";
    public static final String TIME_ENTRY_DELETED = "time_entry.deleted";
    public static final String USER_CREATED = "user.created";
    public static final String USER_UPDATED = "user.updated";
    public static final String USER_ACTIVATION_CHANGED = "user.activation_changed";
    public static final String USER_STATUS_CHANGED = "user.status_changed";
    public static final String USER_DELETED = "user.deleted";
    public static final String GROUP_CREATED = "group.created";
    public static final String GROUP_UPDATED = "group.updated";
    public static final String GROUP_DELETED = "group.deleted";
    public static final String PLACEHOLDER_USER_CREATED = "placeholder_user.created";
    public static final String PLACEHOLDER_USER_UPDATED = "placeholder_user.updated";
    public static final String PLACEHOLDER_USER_DELETED = "placeholder_user.deleted";
    public static final String CLIENT_CREATED = "client.created";
    public static final String CLIENT_UPDATED = "client.updated";
    public static final String CLIENT_DELETED = "client.deleted";
    public static final String TASK_LIST_CREATED = "task_list.created";
    public static final String TASK_LIST_UPDATED = "task_list.updated";
    public static final String TASK_LIST_DELETED = "task_list.deleted";
    public static final String ABSENCE_CREATED = "absence.created";
    public static final String ABSENCE_UPDATED = "absence.updated";
    public static final String ABSENCE_DELETED = "absence.deleted";
    public static final String ASSIGNMENT_CREATED = "assignment.created";
    public static final String ASSIGNMENT_UPDATED = "assignment.updated";
    public static final String ASSIGNMENT_DELETED = "assignment.deleted";

    public static final String ATTACHMENT_CREATED = "attachment.created";

    public static final String WEBHOOK_FAILING = "webhook.failing";
    public static final String WEBHOOK_PAUSED = "webhook.paused";
    public static final String WEBHOOK_RECOVERED = "webhook.recovered";

    private static final List<String> ALL =
            List.of(
                    PROJECT_CREATED,
                    PROJECT_UPDATED,
                    PROJECT_STATUS_CHANGED,
                    PROJECT_DELETED,
                    PROJECT_COMMENTED,
                    MEMBERSHIP_CREATED,
                    MEMBERSHIP_UPDATED,
                    MEMBERSHIP_DELETED,
                    WORK_PACKAGE_CREATED,
                    WORK_PACKAGE_UPDATED,
                    WORK_PACKAGE_STATUS_CHANGED,
                    WORK_PACKAGE_TYPE_CHANGED,
                    WORK_PACKAGE_ASSIGNED,
                    WORK_PACKAGE_UNASSIGNED,
                    WORK_PACKAGE_COMMENTED,
                    WORK_PACKAGE_DELETED,
                    ATTACHMENT_CREATED,
                    TIME_ENTRY_CREATED,
                    TIME_ENTRY_UPDATED,
                    TIME_ENTRY_ACTIVITY_CHANGED,
                    TIME_ENTRY_DELETED,
                    USER_CREATED,
                    USER_UPDATED,
                    USER_ACTIVATION_CHANGED,
                    USER_STATUS_CHANGED,
                    USER_DELETED,
                    GROUP_CREATED,
                    GROUP_UPDATED,
                    GROUP_DELETED,
                    PLACEHOLDER_USER_CREATED,
                    PLACEHOLDER_USER_UPDATED,
                    PLACEHOLDER_USER_DELETED,
                    CLIENT_CREATED,
                    CLIENT_UPDATED,
                    CLIENT_DELETED,
                    TASK_LIST_CREATED,
                    TASK_LIST_UPDATED,
                    TASK_LIST_DELETED,
                    ABSENCE_CREATED,
                    ABSENCE_UPDATED,
                    ABSENCE_DELETED,
                    ASSIGNMENT_CREATED,
                    ASSIGNMENT_UPDATED,
                    ASSIGNMENT_DELETED,
                    WEBHOOK_FAILING,
                    WEBHOOK_PAUSED,
                    WEBHOOK_RECOVERED);

    private EventTypes() {}

    /** Whether events of this type tell how a webhook fares. */
    public static boolean isOfWebhook(String type) {
        return type.startsWith("webhook.");
    }

    /** Every type, in the order of the catalogue. */
    public static List<String> all() {
        return ALL;
    }
}
