package org.signalbox.format;

import java.time.Instant;
import org.signalbox.absence.AbsenceDetail;
import org.signalbox.account.UserDetail;
import org.signalbox.client.ClientDetail;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.hal.Reference;
import org.signalbox.journal.ActivityDetail;
import org.signalbox.journal.ProjectCommentDetail;
import org.signalbox.project.MembershipDetail;
import org.signalbox.project.ProjectDetail;
import org.signalbox.tasklist.TaskListDetail;
import org.signalbox.timeentry.TimeEntryDetail;
import org.signalbox.workpackage.WorkPackageDetail;
import tools.jackson.databind.JsonNode;

/** Makes out of what an event is about the entity that awork would show. */
final class AworkEntities {
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
     * @param link where a person or a program finds it, or else the nearest thing that has a place
     */
    record Entity(String type, AworkModel model, String link) {
        String id() {
            return model.json().path("id").asString();
        }
    }

    Entity of(Event event, JsonNode snapshot) {
        JsonNode held = snapshot.path("subject");
        var authors = AworkAuthors.of(event, parts);
        var work = new AworkWork(uuids, parts, authors);
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
                        case "user", "client", "absence" -> ofPeople(event, people, held);
                        default -> ofWork(event, work, held);
                    };
        };
    }

    private Entity ofWork(Event event, AworkWork work, JsonNode held) {
        String kind = event.subject().kind();
        String id = event.subject().id();
        return switch (kind) {
            case "project" ->
                    entity(
                            "project",
                            work.project(read(ProjectDetail.class, held)),
                            "projects/" + id);
            case "membership" ->
                    entity(
                            "projectmember",
                            work.member(read(MembershipDetail.class, held)),
                            "memberships/" + id);
            case "work_package" ->
                    entity(
                            "task",
                            work.task(read(WorkPackageDetail.class, held)),
                            "work_packages/" + id);
            case "task_list" ->
                    entity(
                            "tasklist",
                            work.list(read(TaskListDetail.class, held)),
                            "task_lists/" + id);
            case "time_entry" ->
                    entity(
                            "timetracking",
                            work.time(read(TimeEntryDetail.class, held)),
                            "time_entries/" + id);
            default -> throw new IllegalArgumentException("awork has no " + kind);
        };
    }

    private Entity ofPeople(Event event, AworkPeople people, JsonNode held) {
        String id = event.subject().id();
        return switch (event.subject().kind()) {
            case "user" ->
                    entity("user", people.user(read(UserDetail.class, held).user()), "users/" + id);
            case "client" ->
                    entity(
                            "company",
                            people.company(read(ClientDetail.class, held).client()),
                            "clients/" + id);
            default ->
                    entity(
                            "absence",
                            people.absence(read(AbsenceDetail.class, held)),
                            "absences/" + id);
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
                "taskassignment",
                work.assignment(detail, who),
                "work_packages/" + detail.workPackage().id());
    }

    private Entity comment(AworkPeople people, ActivityDetail detail) {
        return entity(
                "comment",
                people.comment(detail),
                "work_packages/" + detail.activity().workPackage().id());
    }

    private Entity comment(AworkPeople people, ProjectCommentDetail detail) {
        return entity(
                "comment", people.comment(detail), "projects/" + detail.comment().project().id());
    }

    private Entity entity(String type, AworkModel model, String path) {
        return new Entity(type, model, origin.url() + "/api/v3/" + path);
    }

    private <T> T read(Class<T> type, JsonNode held) {
        return subjects.read(type, held);
    }
}
