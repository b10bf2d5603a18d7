package org.signalbox.format;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Principal;
import org.signalbox.account.Role;
import org.signalbox.account.User;
import org.signalbox.account.UserStatus;
import org.signalbox.hal.Reference;
import org.signalbox.project.MembershipDetail;
import org.signalbox.project.Project;
import org.signalbox.project.ProjectDetail;
import org.signalbox.project.ProjectFacts;
import org.signalbox.tasklist.TaskListDetail;
import org.signalbox.timeentry.TimeEntryDetail;
import org.signalbox.workpackage.Family;
import org.signalbox.workpackage.Priority;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackageDetail;
import org.signalbox.workpackage.WorkPackageFacts;

/**
 * Projects and the work in them, as awork shows them.
 *
 * @param by who did what the event tells
 */
record AworkWork(Uuids uuids, AworkParts parts, AworkAuthors by) {
    private static final String PROJECT_ADMIN = "Project admin";

    AworkModel project(ProjectDetail detail, @Nullable ProjectFacts facts) {
        Project project = detail.project();
        var planning = project.planning();
        var model =
                parts.nameOf("project", project.reference())
                        .text("description", project.description())
                        .put("projectKey", project.identifier())
                        .flag("isPrivate", !project.isPublic())
                        .day("startDate", planning.startsOn())
                        .day("dueDate", planning.endsOn())
                        .put("companyId", parts.companyId(project))
                        .object("company", parts.company(project))
                        .put("projectStatusId", parts.statusId(project))
                        .object("projectStatus", parts.status(project))
                        .seconds("timeBudget", planning.timeBudget())
                        .flag("isBillableByDefault", planning.billableByDefault())
                        .put("color", planning.color())
                        .list("tags", parts.tags(planning.tags()))
                        .list("teams", List.of())
                        .list("customFields", List.of())
                        .flag("hasImage", false)
                        .flag("deductNonBillableHours", false)
                        .flag("isRetainer", false)
                        .flag("isMultiAssignmentAllowed", false)
                        .flag("isExternal", false)
                        .stamps(project.createdAt(), by.creator(), project.updatedAt(), by.editor())
                        .version(project.updatedAt());
        return by.closed(facts == null ? model : counted(model, project, facts));
    }

    private AworkModel counted(AworkModel model, Project project, ProjectFacts facts) {
        return model.number("tasksCount", facts.tasks())
                .number("tasksDoneCount", facts.tasksDone())
                .seconds("plannedDuration", facts.planned())
                .seconds("trackedDuration", facts.tracked())
                .list(
                        "members",
                        facts.members().stream().map(one -> member(one, project)).toList());
    }

    private AworkModel member(ProjectFacts.Member member, Project project) {
        Reference role = member.roles().isEmpty() ? null : member.roles().getFirst();
        return new AworkModel()
                .put("id", uuids.of("membership", member.id()))
                .put("userId", parts.user(member.user()))
                .put("firstName", member.firstName())
                .put("lastName", member.lastName())
                .put("projectId", uuids.of("project", project.id()))
                .put("projectRoleId", idOf("role", role))
                .put("projectRoleName", role == null ? null : role.title())
                .flag(
                        "isResponsible",
                        member.roles().stream().anyMatch(one -> one.title().equals(PROJECT_ADMIN)))
                .flag("isDeactivated", member.locked())
                .flag("hasImage", false)
                .flag("isExternal", false);
    }

    AworkModel member(MembershipDetail detail) {
        var membership = detail.membership();
        Principal who = detail.principal();
        Role role = detail.roles().isEmpty() ? null : detail.roles().getFirst();
        return parts.named(membership.principal(), who)
                .put("id", uuids.of("membership", membership.id()))
                .put("userId", parts.user(who.id()))
                .put("projectId", idOf("project", membership.project()))
                .put("projectRoleId", role == null ? null : uuids.of("role", role.id()))
                .put("projectRoleName", role == null ? null : role.name())
                .flag(
                        "isResponsible",
                        detail.roles().stream().anyMatch(one -> one.name().equals(PROJECT_ADMIN)))
                .flag(
                        "isDeactivated",
                        who instanceof User user && user.status() == UserStatus.LOCKED)
                .flag("hasImage", false)
                .flag("isExternal", false);
    }

    AworkModel task(WorkPackageDetail detail, @Nullable WorkPackageFacts facts) {
        WorkPackage task = detail.workPackage();
        String id = uuids.of("work_package", task.id());
        String projectId = uuids.of("project", task.project().id());
        var model =
                new AworkModel()
                        .put("id", id)
                        .put("baseType", "projecttask")
                        .put("name", task.subject())
                        .text("description", task.description())
                        .number("taskNumber", task.id())
                        .flag("isPrio", isUrgent(detail.priority(), facts))
                        .count("commentCount", facts == null ? null : facts.comments())
                        .put("taskStatusId", uuids.of("status", detail.status().id()))
                        .object("taskStatus", parts.status(detail.status()))
                        .put("typeOfWorkId", uuids.of("type", detail.type().id()))
                        .object("typeOfWork", parts.type("type", detail.type().reference()))
                        .list("assignees", assignees(detail))
                        .put("projectId", projectId)
                        .object("project", parts.projectOfTask(detail.project()))
                        .put("entityId", projectId)
                        .put("correlationId", id);
        return by.closed(filed(placed(model, task), detail))
                .stamps(
                        task.createdAt(),
                        parts.user(task.author().id()),
                        task.updatedAt(),
                        by.editor())
                .version(task.updatedAt());
    }

    /** Whether it is more urgent than what nobody gives a priority. */
    static boolean isUrgent(Priority priority, @Nullable WorkPackageFacts facts) {
        return facts != null && priority.position() > facts.normalPriority();
    }

    /** Above, below and beside which other tasks. */
    private AworkModel placed(AworkModel model, WorkPackage task) {
        Reference parent = task.parent();
        Reference list = task.place() == null ? null : task.place().taskList();
        long place = task.place() == null ? 0 : task.place().position();
        return model.put("parentId", idOf("work_package", parent))
                .object("parentTask", parent == null ? null : parts.nameOf("work_package", parent))
                .flag("isSubtask", parent != null)
                .number("numberOfSubtasks", task.family().children().size())
                .list(
                        "lists",
                        list == null
                                ? List.of()
                                : List.of(
                                        parts.nameOf("task_list", list)
                                                .number("orderOfTask", place)))
                .number("order", place)
                .number("laneOrder", place);
    }

    private AworkModel filed(AworkModel model, WorkPackageDetail detail) {
        WorkPackage task = detail.workPackage();
        Reference category = task.category();
        Family.Totals totals = task.family().totals();
        boolean alone = task.family().children().isEmpty();
        return model.list(
                        "tags",
                        category == null ? List.of() : List.of(parts.nameOf("category", category)))
                .day("startOn", task.schedule().start())
                .day("dueOn", task.schedule().due())
                .seconds(
                        "plannedDuration",
                        Objects.requireNonNullElse(task.estimated(), Duration.ZERO))
                .seconds(
                        "totalPlannedDuration",
                        totals == null ? task.estimated() : totals.estimated())
                .seconds("trackedDuration", task.spent())
                .seconds("totalTrackedDuration", alone ? task.spent() : null)
                .flag("hasAttachment", !detail.attachments().isEmpty())
                .list("customFields", List.of())
                .number("checklistItemsCount", 0)
                .number("checklistItemsDoneCount", 0)
                .number("taskSchedulesCount", 0)
                .flag("isCompletelyScheduled", false)
                .flag("isRecurring", false)
                .flag("isHiddenForConnectUsers", false)
                .flag("isExternal", false);
    }

    private List<AworkModel> assignees(WorkPackageDetail detail) {
        Reference assignee = detail.workPackage().assignee();
        return assignee == null ? List.of() : List.of(parts.person(assignee, detail.assignee()));
    }

    /** That somebody has a task to do, or had. */
    AworkModel assignment(WorkPackageDetail detail, Reference who) {
        WorkPackage task = detail.workPackage();
        Principal known = detail.assignee();
        boolean still = known != null && known.id() == who.id();
        return new AworkModel()
                .put("id", uuids.of("task_assignment", task.id() + ":" + who.id()))
                .put("taskId", uuids.of("work_package", task.id()))
                .put("userId", parts.user(who.id()))
                .put("projectId", uuids.of("project", task.project().id()))
                .object("user", parts.person(who, still ? known : null))
                .object("task", parts.task(task));
    }

    AworkModel list(TaskListDetail detail) {
        var list = detail.taskList();
        return parts.nameOf("task_list", list.reference())
                .number("order", list.position())
                .flag("isArchived", list.archived())
                .flag("isHiddenForConnectUsers", false)
                .stamps(list.createdAt(), by.creator(), list.updatedAt(), by.editor());
    }

    AworkModel time(TimeEntryDetail detail) {
        var entry = detail.timeEntry();
        var user = parts.person(entry.user(), detail.user());
        return new AworkModel()
                .put("id", uuids.of("time_entry", entry.id()))
                .put("typeOfWorkId", uuids.of("time_entry_activity", entry.activity().id()))
                .object("typeOfWork", parts.type("time_entry_activity", entry.activity()))
                .put("userId", parts.user(entry.user().id()))
                .object("user", user)
                .put("taskId", idOf("work_package", entry.workPackage()))
                .object("task", taskOf(detail))
                .put("projectId", uuids.of("project", entry.project().id()))
                .object("project", parts.project(detail.project()))
                .day("startDateUtc", entry.spentOn())
                .put("startDateLocal", entry.spentOn() + "T00:00:00")
                .put("timezone", "Etc/UTC")
                .seconds("duration", entry.hours())
                .list("breaks", List.of())
                .flag("isBillable", detail.project().planning().billableByDefault())
                .flag("isBilled", false)
                .text("note", entry.comment())
                .flag("isExternal", false)
                .stamps(entry.createdAt(), by.creator(), entry.updatedAt(), by.editor())
                .version(entry.updatedAt());
    }

    private @Nullable AworkModel taskOf(TimeEntryDetail detail) {
        WorkPackage task = detail.workPackage();
        Reference known = detail.timeEntry().workPackage();
        if (task != null) {
            return parts.task(task);
        }
        return known == null ? null : parts.nameOf("work_package", known);
    }

    private @Nullable String idOf(String kind, @Nullable Reference thing) {
        return thing == null ? null : uuids.of(kind, thing.id());
    }
}
