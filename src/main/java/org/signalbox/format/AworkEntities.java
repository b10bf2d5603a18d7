package org.signalbox.format;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.absence.AbsenceDetail;
import org.signalbox.account.UserDetail;
import org.signalbox.client.ClientDetail;
import org.signalbox.client.ClientFacts;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.hal.Reference;
import org.signalbox.journal.ActivityDetail;
import org.signalbox.journal.ProjectCommentDetail;
import org.signalbox.project.MembershipDetail;
import org.signalbox.project.ProjectDetail;
import org.signalbox.project.ProjectFacts;
import org.signalbox.tasklist.TaskListDetail;
import org.signalbox.timeentry.TimeEntryDetail;
import org.signalbox.workpackage.WorkPackageDetail;
import org.signalbox.workpackage.WorkPackageFacts;
import tools.jackson.databind.JsonNode;

/** Makes out of what an event is about the entity that awork would show. */
final class AworkEntities {
    private static final String PROJECTS = "/projects/";
    private static final String TASKS = "/work_packages/";
    private static final String PEOPLE = "/people";

    private final Subjects subjects;
    private final Uuids uuids;
    private final AworkParts parts;
    private final Origin origin;

    AworkEntities(Subjects subjects, Uuids uuids, Origin origin) {
        this.subjects = subjects;
        this.uuids = uuids;
        this.parts = new AworkParts(uuids);
        this.origin = origin;
    }

    /**
     * @param type what awork calls its kind
     * @param link the page that shows it, or else the nearest thing that has one
     */
    record Entity(String type, AworkModel model, String link) {
        String id() {
            return model.json().path("id").asString();
        }
    }

    Entity of(Event event, JsonNode snapshot) {
        JsonNode held = snapshot.path("subject");
        var authors = AworkAuthors.of(event, snapshot, parts);
        var work = new AworkWork(uuids, parts, authors);
        JsonNode facts = snapshot.path("besides").path("facts");
        Instant deletedAt = event.type().endsWith(".deleted") ? event.occurredAt() : null;
        var people = new AworkPeople(uuids, parts, authors, deletedAt);
        return switch (event.type()) {
            case EventTypes.WORK_PACKAGE_ASSIGNED -> assignment(work, held, snapshot, "to");
            case EventTypes.WORK_PACKAGE_UNASSIGNED -> assignment(work, held, snapshot, "from");
            default ->
                    switch (event.subject().kind()) {
                        case "activity" -> comment(people, read(ActivityDetail.class, held));
                        case "project_comment" ->
                                comment(people, read(ProjectCommentDetail.class, held));
                        case "user", "client", "absence" -> ofPeople(event, people, held, facts);
                        default -> ofWork(event, work, held, facts);
                    };
        };
    }

    private Entity ofWork(Event event, AworkWork work, JsonNode held, JsonNode facts) {
        String kind = event.subject().kind();
        String id = event.subject().id();
        return switch (kind) {
            case "project" ->
                    entity(
                            "project",
                            work.project(
                                    read(ProjectDetail.class, held),
                                    known(ProjectFacts.class, facts)),
                            PROJECTS + id);
            case "membership" -> member(work, read(MembershipDetail.class, held));
            case "work_package" ->
                    entity(
                            "task",
                            work.task(
                                    read(WorkPackageDetail.class, held),
                                    known(WorkPackageFacts.class, facts)),
                            TASKS + id);
            case "task_list" -> list(work, read(TaskListDetail.class, held));
            case "time_entry" -> time(work, read(TimeEntryDetail.class, held));
            default -> throw new IllegalArgumentException("awork has no " + kind);
        };
    }

    private Entity member(AworkWork work, MembershipDetail detail) {
        Reference project = detail.membership().project();
        return entity(
                "projectmember",
                work.member(detail),
                project == null ? PEOPLE : PROJECTS + project.id());
    }

    private Entity list(AworkWork work, TaskListDetail detail) {
        return entity("tasklist", work.list(detail), PROJECTS + detail.project().id());
    }

    private Entity time(AworkWork work, TimeEntryDetail detail) {
        Reference task = detail.timeEntry().workPackage();
        return entity(
                "timetracking",
                work.time(detail),
                task == null ? PROJECTS + detail.project().id() : TASKS + task.id());
    }

    private Entity ofPeople(Event event, AworkPeople people, JsonNode held, JsonNode facts) {
        return switch (event.subject().kind()) {
            case "user" -> entity("user", people.user(read(UserDetail.class, held).user()), PEOPLE);
            case "client" ->
                    entity(
                            "company",
                            people.company(
                                    read(ClientDetail.class, held).client(),
                                    known(ClientFacts.class, facts)),
                            "/api/v3/clients/" + event.subject().id());
            default -> entity("absence", people.absence(read(AbsenceDetail.class, held)), PEOPLE);
        };
    }

    /** Who got the task or lost it is told by the change alone. */
    private Entity assignment(AworkWork work, JsonNode held, JsonNode snapshot, String side) {
        var detail = read(WorkPackageDetail.class, held);
        JsonNode link = snapshot.path("changes").path("assignee").path(side);
        String href = link.path("href").asString("");
        String collection = href.startsWith("/api/v3/users/") ? null : "groups";
        var who =
                new Reference(
                        Long.parseLong(href.substring(href.lastIndexOf('/') + 1)),
                        link.path("title").asString(""),
                        collection);
        return entity(
                "taskassignment", work.assignment(detail, who), TASKS + detail.workPackage().id());
    }

    private Entity comment(AworkPeople people, ActivityDetail detail) {
        return entity(
                "comment", people.comment(detail), TASKS + detail.activity().workPackage().id());
    }

    private Entity comment(AworkPeople people, ProjectCommentDetail detail) {
        return entity(
                "comment", people.comment(detail), PROJECTS + detail.comment().project().id());
    }

    private Entity entity(String type, AworkModel model, String path) {
        return new Entity(type, model, origin.url() + path);
    }

    private <T> @Nullable T known(Class<T> type, JsonNode facts) {
        return facts.isObject() ? read(type, facts) : null;
    }

    private <T> T read(Class<T> type, JsonNode held) {
        return subjects.read(type, held);
    }
}
