package org.signalbox.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalbox.event.EventTypes;
import org.signalbox.webhook.EventName;

/** What awork calls events: as its documentation has it, and besides as its server does. */
final class AworkEvents {
    /** In the order of forms. */
    static final List<EventName> ALL =
            List.of(
                    named("project_added", EventTypes.PROJECT_CREATED, "Projects", "Added"),
                    named(
                            "project_changed",
                            EventTypes.PROJECT_UPDATED,
                            "Projects",
                            "Changed",
                            "project_updated"),
                    named(
                            "project_status_changed",
                            EventTypes.PROJECT_STATUS_CHANGED,
                            "Projects",
                            "Status changed"),
                    named("project_deleted", EventTypes.PROJECT_DELETED, "Projects", "Deleted"),
                    named(
                            "project_comment_added",
                            EventTypes.PROJECT_COMMENTED,
                            "Projects",
                            "Comment added"),
                    named(
                            "project_member_added",
                            EventTypes.MEMBERSHIP_CREATED,
                            "Project members",
                            "Added",
                            "projectmember_added"),
                    named(
                            "project_member_deleted",
                            EventTypes.MEMBERSHIP_DELETED,
                            "Project members",
                            "Deleted",
                            "projectmember_deleted"),
                    named(
                            "project_task_added",
                            EventTypes.WORK_PACKAGE_CREATED,
                            "Tasks",
                            "Added",
                            "task_added"),
                    named(
                            "task_changed",
                            EventTypes.WORK_PACKAGE_UPDATED,
                            "Tasks",
                            "Changed",
                            "task_updated"),
                    named(
                            "task_status_changed",
                            EventTypes.WORK_PACKAGE_STATUS_CHANGED,
                            "Tasks",
                            "Status changed"),
                    named(
                            "task_type_changed",
                            EventTypes.WORK_PACKAGE_TYPE_CHANGED,
                            "Tasks",
                            "Type changed"),
                    named(
                            "task_assignment_added",
                            EventTypes.WORK_PACKAGE_ASSIGNED,
                            "Tasks",
                            "Assignment added",
                            "taskassignment_added"),
                    named(
                            "task_assignment_deleted",
                            EventTypes.WORK_PACKAGE_UNASSIGNED,
                            "Tasks",
                            "Assignment deleted",
                            "taskassignment_deleted"),
                    named(
                            "task_comment_added",
                            EventTypes.WORK_PACKAGE_COMMENTED,
                            "Tasks",
                            "Comment added"),
                    named(
                            "project_task_deleted",
                            EventTypes.WORK_PACKAGE_DELETED,
                            "Tasks",
                            "Deleted",
                            "task_deleted"),
                    named(
                            "task_list_added",
                            EventTypes.TASK_LIST_CREATED,
                            "Task lists",
                            "Added",
                            "tasklist_added"),
                    named(
                            "task_list_changed",
                            EventTypes.TASK_LIST_UPDATED,
                            "Task lists",
                            "Changed",
                            "tasklist_updated",
                            "task_list_updated"),
                    named(
                            "task_list_deleted",
                            EventTypes.TASK_LIST_DELETED,
                            "Task lists",
                            "Deleted",
                            "tasklist_deleted"),
                    named(
                            "time_tracking_added",
                            EventTypes.TIME_ENTRY_CREATED,
                            "Time trackings",
                            "Added",
                            "timetracking_added"),
                    named(
                            "time_tracking_changed",
                            EventTypes.TIME_ENTRY_UPDATED,
                            "Time trackings",
                            "Changed",
                            "timetracking_updated"),
                    named(
                            "timetracking_type_changed",
                            EventTypes.TIME_ENTRY_ACTIVITY_CHANGED,
                            "Time trackings",
                            "Type changed"),
                    named(
                            "time_tracking_deleted",
                            EventTypes.TIME_ENTRY_DELETED,
                            "Time trackings",
                            "Deleted",
                            "timetracking_deleted"),
                    named("user_added", EventTypes.USER_CREATED, "Users", "Added"),
                    named("user_updated", EventTypes.USER_UPDATED, "Users", "Updated"),
                    named(
                            "user_activation_changed",
                            EventTypes.USER_ACTIVATION_CHANGED,
                            "Users",
                            "Activation changed"),
                    named(
                            "user_status_changed",
                            EventTypes.USER_STATUS_CHANGED,
                            "Users",
                            "Status changed"),
                    named("user_deleted", EventTypes.USER_DELETED, "Users", "Deleted"),
                    named(
                            "client_added",
                            EventTypes.CLIENT_CREATED,
                            "Clients",
                            "Added",
                            "company_added"),
                    named(
                            "client_changed",
                            EventTypes.CLIENT_UPDATED,
                            "Clients",
                            "Changed",
                            "company_updated",
                            "client_updated"),
                    named(
                            "client_deleted",
                            EventTypes.CLIENT_DELETED,
                            "Clients",
                            "Deleted",
                            "company_deleted"),
                    named("absence_added", EventTypes.ABSENCE_CREATED, "Absences", "Added"),
                    named("absence_updated", EventTypes.ABSENCE_UPDATED, "Absences", "Updated"),
                    named("absence_deleted", EventTypes.ABSENCE_DELETED, "Absences", "Deleted"));

    private static final Map<String, EventName> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventName::type, name -> name));

    private AworkEvents() {}

    private static EventName named(
            String published, String type, String group, String label, String... current) {
        return new EventName(published, type, group, label, List.of(current));
    }

    static Optional<EventName> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
