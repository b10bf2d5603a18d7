package org.signalbox.assignment;

import static org.signalbox.assignment.AssignmentHal.ASSIGNMENT;
import static org.signalbox.assignment.AssignmentHal.LOCK_VERSION;
import static org.signalbox.assignment.AssignmentHal.PROJECT;

import java.util.HashSet;
import java.util.List;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.hal.Document;
import org.signalbox.hal.Form;
import org.signalbox.hal.Found;
import org.signalbox.hal.Input;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with assignments. Who may see those of a project sees them all, those of people
 * whom they don't know without a name.
 */
@Component
public final class Assignments {

    private static final String PATH = "/api/v3/assignments";

    private final Database database;
    private final AssignmentStore store;
    private final AssignmentWriting writing;
    private final AssignmentChanges changes;
    private final Access access;

    Assignments(
            Database database,
            AssignmentStore store,
            AssignmentWriting writing,
            AssignmentChanges changes,
            Access access) {
        this.database = database;
        this.store = store;
        this.writing = writing;
        this.changes = changes;
        this.access = access;
    }

    public Seen<AssignmentDetail> show(Actor actor, long id) {
        return database.read(
                view -> seen(view, actor, changes.detail(view, visible(view, actor, id))));
    }

    public Seen<Found<Assignment>> list(Actor actor, Listing listing) {
        var selection = ASSIGNMENT.select(listing, actor.user().id());
        return database.read(view -> {
            var found = store.list(view, actor, selection);
            return new Seen<>(found, rights(view, actor, found.elements()));
        });
    }

    public Seen<AssignmentDetail> create(Actor actor, ObjectNode body) {
        var input = ASSIGNMENT.creation(body);
        return database.write(tx -> {
            var assignment = writing.created(tx, actor, input);
            input.check();
            return seen(tx, actor, changes.create(tx, actor, assignment));
        });
    }

    public Document creationForm(Actor actor, ObjectNode body) {
        var input = ASSIGNMENT.creation(body);
        return database.read(view ->
                Form.creation(ASSIGNMENT, input, () -> writing.created(view, actor, input))
                        .placedBy(PROJECT)
                        .showing(one -> shown(view, actor, one))
                        .document(PATH));
    }

    public Seen<AssignmentDetail> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = manageable(tx, actor, id);
            var input = ASSIGNMENT.change(body, before);
            requireFresh(before, input);
            var after = writing.changed(tx, actor, before, input);
            input.check();
            return seen(tx, actor, changes.change(tx, actor, before, after));
        });
    }

    public Document changeForm(Actor actor, long id, ObjectNode body) {
        return database.read(view -> {
            var before = manageable(view, actor, id);
            var input = ASSIGNMENT.change(body, before);
            return Form.change(
                            ASSIGNMENT,
                            before,
                            input,
                            () -> writing.changed(view, actor, before, input))
                    .placedBy(PROJECT)
                    .showing(one -> shown(view, actor, one))
                    .document(PATH + "/" + id);
        });
    }

    /** What can be written of assignments. */
    public Document schema() {
        return ASSIGNMENT.schema(PATH + "/schema", null);
    }

    public void delete(Actor actor, long id) {
        database.run(tx -> changes.delete(tx, actor, manageable(tx, actor, id)));
    }

    private static void requireFresh(Assignment before, Input input) {
        if (!Long.valueOf(before.lockVersion()).equals(input.get(LOCK_VERSION))) {
            throw AssignmentChanges.stale();
        }
    }

    private Assignment visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(one ->
                        access.may(view, actor, Permission.VIEW_ASSIGNMENTS, one.project().id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    private Assignment manageable(View view, Actor actor, long id) {
        var assignment = visible(view, actor, id);
        access.require(view, actor, Permission.MANAGE_ASSIGNMENTS, assignment.project().id());
        return assignment;
    }

    private Document shown(View view, Actor actor, Assignment assignment) {
        return AssignmentHal.of(assignment, rights(view, actor, List.of(assignment)));
    }

    private Seen<AssignmentDetail> seen(View view, Actor actor, AssignmentDetail detail) {
        return new Seen<>(detail, rights(view, actor, List.of(detail.assignment())));
    }

    private Rights rights(View view, Actor actor, List<Assignment> assignments) {
        var projectIds = new HashSet<Long>();
        var people = new HashSet<Long>();
        for (Assignment assignment : assignments) {
            projectIds.add(assignment.project().id());
            people.add(assignment.user().id());
        }
        return access.rights(view, actor, projectIds, people);
    }
}
