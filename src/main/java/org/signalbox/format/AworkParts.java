package org.signalbox.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Principal;
import org.signalbox.account.User;
import org.signalbox.hal.Reference;
import org.signalbox.project.Project;
import org.signalbox.project.ProjectStatus;
import org.signalbox.workpackage.Status;
import org.signalbox.workpackage.WorkPackage;

/** What entities of awork hold of other entities. */
record AworkParts(Uuids uuids) {
    private record Stage(String type, int order) {}

    private static final Map<ProjectStatus, Stage> STAGES =
            Map.of(
                    ProjectStatus.NOT_STARTED, new Stage("not-started", 1),
                    ProjectStatus.ON_TRACK, new Stage("progress", 1),
                    ProjectStatus.AT_RISK, new Stage("progress", 2),
                    ProjectStatus.OFF_TRACK, new Stage("stuck", 1),
                    ProjectStatus.FINISHED, new Stage("closed", 1),
                    ProjectStatus.DISCONTINUED, new Stage("closed", 2));

    /** Like the name of a person, which awork has in two parts. */
    private record Name(String first, @Nullable String last) {
        static Name of(Reference who, @Nullable Principal known) {
            if (known instanceof User user) {
                return new Name(user.firstName(), user.lastName());
            }
            boolean person = known == null && who.collection() == null;
            int space = person ? who.title().lastIndexOf(' ') : -1;
            return space < 0
                    ? new Name(who.title(), null)
                    : new Name(who.title().substring(0, space), who.title().substring(space + 1));
        }
    }

    @Nullable String user(@Nullable Long id) {
        return id == null ? null : uuids.of("user", id);
    }

    /** Also of groups and placeholders, which have one name. */
    AworkModel person(Reference who, @Nullable Principal known) {
        return named(who, known).flag("hasImage", false).flag("isExternal", false);
    }

    /** Who it is and no more. */
    AworkModel named(Reference who, @Nullable Principal known) {
        Name name = Name.of(who, known);
        return new AworkModel()
                .put("id", user(who.id()))
                .put("firstName", name.first())
                .text("lastName", name.last());
    }

    AworkModel nameOf(String kind, Reference thing) {
        return new AworkModel().put("id", uuids.of(kind, thing.id())).put("name", thing.title());
    }

    /** A kind of work. */
    AworkModel type(String kind, Reference type) {
        return nameOf(kind, type).flag("isArchived", false);
    }

    List<AworkModel> tags(List<String> tags) {
        return tags.stream()
                .map(tag -> new AworkModel().put("id", uuids.of("tag", tag)).put("name", tag))
                .toList();
    }

    String statusId(Project project) {
        return uuids.of("project_status", statusOf(project).code());
    }

    AworkModel status(Project project) {
        ProjectStatus status = statusOf(project);
        var stage = STAGES.getOrDefault(status, new Stage("progress", 1));
        return new AworkModel()
                .put("id", statusId(project))
                .put("name", status.title())
                .put("type", stage.type())
                .number("typeOrder", stage.order())
                .flag("isArchived", false)
                .flag("isExternal", false);
    }

    /** Nobody said yet how it is doing. */
    private static ProjectStatus statusOf(Project project) {
        var status = project.status();
        return status == null ? ProjectStatus.NOT_STARTED : status;
    }

    @Nullable AworkModel company(Project project) {
        var client = project.client();
        return client == null
                ? null
                : nameOf("client", client).flag("hasImage", false).list("tags", List.of());
    }

    @Nullable String companyId(Project project) {
        var client = project.client();
        return client == null ? null : uuids.of("client", client.id());
    }

    /** A project as its tasks show it. */
    AworkModel projectOfTask(Project project) {
        return project(project)
                .put("companyId", companyId(project))
                .put("color", project.planning().color());
    }

    /** A project as what belongs to it shows it. */
    AworkModel project(Project project) {
        return nameOf("project", project.reference())
                .put("projectKey", project.identifier())
                .object("projectStatus", status(project))
                .object("company", company(project))
                .flag("isPrivate", !project.isPublic())
                .flag("hasImage", false)
                .flag("isBillableByDefault", project.planning().billableByDefault())
                .flag("isExternal", false);
    }

    AworkModel status(Status status) {
        return nameOf("status", status.reference())
                .put("type", stage(status))
                .number("order", status.position())
                .flag("isExternal", false);
    }

    private static String stage(Status status) {
        String name = status.name().toLowerCase(Locale.ROOT);
        if (status.isClosed()) {
            return "done";
        }
        if (status.isDefault()) {
            return "todo";
        }
        if (name.equals("on hold")) {
            return "stuck";
        }
        return name.equals("in testing") || name.contains("review") ? "review" : "progress";
    }

    /** A task as what belongs to it shows it. */
    AworkModel task(WorkPackage task) {
        return nameOf("work_package", task.reference())
                .put("baseType", "projecttask")
                .put("taskStatusId", uuids.of("status", task.status().id()))
                .put("typeOfWorkId", uuids.of("type", task.type().id()))
                .put("projectId", uuids.of("project", task.project().id()))
                .seconds("plannedDuration", task.estimated())
                .put("correlationId", uuids.of("work_package", task.id()))
                .put("createdBy", user(task.author().id()));
    }
}
