package org.signalbox.journal;

import static org.signalbox.journal.ProjectCommentHal.PROJECT_COMMENT;
import static org.signalbox.journal.ProjectCommentHal.TEXT;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.account.Users;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.project.HeldByProject;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with comments on projects. They are seen with their project. */
@Component
final class ProjectComments implements HeldByProject {

    private final Database database;
    private final ProjectCommentStore store;
    private final Projects projects;
    private final Users users;
    private final EventLog log;
    private final Access access;
    private final InstantSource time;

    ProjectComments(
            Database database,
            ProjectCommentStore store,
            Projects projects,
            Users users,
            EventLog log,
            Access access,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.projects = projects;
        this.users = users;
        this.log = log;
        this.access = access;
        this.time = time;
    }

    Seen<Found<ProjectComment>> list(Actor actor, String projectKey, Listing listing) {
        var selection = PROJECT_COMMENT.select(listing, actor.user().id());
        return database.read(view -> {
            var project = projects.visible(view, actor, projectKey);
            var found = store.list(view, actor, project.id(), selection);
            return new Seen<>(found, rights(view, actor, project.id(), found.elements()));
        });
    }

    Seen<ProjectCommentDetail> show(Actor actor, long id) {
        return database.read(view -> seen(view, actor, visible(view, actor, id)));
    }

    Seen<ProjectCommentDetail> create(Actor actor, String projectKey, ObjectNode body) {
        var input = PROJECT_COMMENT.creation(body);
        return database.write(tx -> {
            var project = projects.visible(tx, actor, projectKey);
            access.require(tx, actor, Permission.ADD_PROJECT_COMMENTS, project.id());
            input.check();
            long author = actor.user().id();
            long id = store.insert(tx, project.id(), author, input.need(TEXT), time.instant());
            var seen = seen(tx, actor, store.find(tx, id).orElseThrow());
            commented(tx, actor, seen.what());
            return seen;
        });
    }

    Seen<ProjectCommentDetail> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = visible(tx, actor, id);
            requireToChange(tx, actor, before);
            var input = PROJECT_COMMENT.change(body, before);
            input.check();
            var text = input.or(TEXT, before.text());
            if (!text.equals(before.text())) {
                store.update(tx, id, text, time.instant());
            }
            return seen(tx, actor, store.find(tx, id).orElseThrow());
        });
    }

    void delete(Actor actor, long id) {
        database.run(tx -> {
            requireToChange(tx, actor, visible(tx, actor, id));
            store.delete(tx, id);
        });
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        store.deleteIn(tx, projectIds);
    }

    private ProjectComment visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(comment -> access.sees(view, actor, comment.project().id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    private void requireToChange(View view, Actor actor, ProjectComment comment) {
        var rights = rights(view, actor, comment.project().id(), List.of());
        if (!ProjectCommentHal.mayChange(comment, rights)) {
            throw new Refusal.Forbidden();
        }
    }

    private Seen<ProjectCommentDetail> seen(View view, Actor actor, ProjectComment comment) {
        long projectId = comment.project().id();
        var detail =
                new ProjectCommentDetail(
                        comment,
                        projects.find(view, projectId).orElseThrow(),
                        users.find(view, comment.author().id()).orElse(null));
        return new Seen<>(detail, rights(view, actor, projectId, List.of(comment)));
    }

    private Rights rights(View view, Actor actor, long projectId, List<ProjectComment> comments) {
        var people = comments.stream().map(comment -> comment.author().id()).toList();
        return access.rights(view, actor, List.of(projectId), people);
    }

    private void commented(Tx tx, Actor actor, ProjectCommentDetail detail) {
        log.append(
                tx,
                new NewEvent(
                        EventTypes.PROJECT_COMMENTED,
                        Subject.of("project_comment", detail.comment().id()),
                        detail.project().id(),
                        actor.id(),
                        new Snapshot(detail, actor.person(), Map.of())));
    }
}
