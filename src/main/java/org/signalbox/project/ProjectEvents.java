package org.signalbox.project;

import static org.signalbox.project.ProjectHal.PROJECT;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.AuditAction;
import org.signalbox.account.AuditTrail;
import org.signalbox.account.Deed;
import org.signalbox.event.Change;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** Tells the log what happened to projects, and writes down by whom they came and went. */
@Component
final class ProjectEvents {

    private final EventLog log;
    private final AuditTrail audit;
    private final ProjectFactStore facts;

    ProjectEvents(EventLog log, AuditTrail audit, ProjectFactStore facts) {
        this.log = log;
        this.audit = audit;
        this.facts = facts;
    }

    /** What counts as changed, by the API's names. */
    Map<String, Change> changes(Project before, Project after) {
        return PROJECT.changes(before, after, Change::new);
    }

    /** A new project belongs to its parent: nobody can have selected it yet. */
    void created(Tx tx, Actor actor, ProjectDetail detail) {
        var parent = detail.parent();
        append(
                tx,
                actor,
                EventTypes.PROJECT_CREATED,
                detail,
                parent == null ? null : parent.id(),
                Snapshot.of(detail, actor.person()).knowing(facts.of(tx, detail.project().id())));
        audit.append(tx, actor, deed(AuditAction.PROJECT_CREATED, detail.project()));
    }

    void updated(Tx tx, Actor actor, Project before, ProjectDetail after) {
        var changes = changes(before, after.project());
        long id = after.project().id();
        var told =
                new Snapshot(after, actor.person(), changes)
                        .updatedBefore(before.updatedAt())
                        .knowing(facts.of(tx, id));
        append(tx, actor, EventTypes.PROJECT_UPDATED, after, id, told);
        if (before.status() != after.project().status()) {
            append(tx, actor, EventTypes.PROJECT_STATUS_CHANGED, after, id, told);
        }
        if (before.active() != after.project().active()) {
            var action =
                    before.active() ? AuditAction.PROJECT_ARCHIVED : AuditAction.PROJECT_UNARCHIVED;
            audit.append(tx, actor, deed(action, after.project()));
        }
    }

    void deleted(Tx tx, Actor actor, ProjectDetail last) {
        append(
                tx,
                actor,
                EventTypes.PROJECT_DELETED,
                last,
                last.project().id(),
                Snapshot.of(last, actor.person()));
        audit.append(tx, actor, deed(AuditAction.PROJECT_DELETED, last.project()));
    }

    private static Deed deed(AuditAction action, Project project) {
        return Deed.of(action, "Project", project.id(), project.name());
    }

    private void append(
            Tx tx,
            Actor actor,
            String type,
            ProjectDetail detail,
            @Nullable Long scope,
            Snapshot snapshot) {
        log.append(
                tx,
                new NewEvent(
                        type,
                        Subject.of("project", detail.project().id()),
                        scope,
                        actor.id(),
                        snapshot));
    }
}
