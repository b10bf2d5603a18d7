package org.signalbox.relation;

import static org.signalbox.relation.RelationHal.DESCRIPTION;
import static org.signalbox.relation.RelationHal.FROM;
import static org.signalbox.relation.RelationHal.LAG;
import static org.signalbox.relation.RelationHal.RELATION;
import static org.signalbox.relation.RelationHal.TO;
import static org.signalbox.relation.RelationHal.TYPE;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Seen;
import org.signalbox.hal.Found;
import org.signalbox.hal.Input;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with relations. One exists for who may see both its ends. */
@Component
public final class Relations {

    private static final long LAG_MAX = 2000;

    private final Database database;
    private final RelationStore store;
    private final Rings rings;
    private final Access access;
    private final InstantSource time;

    Relations(
            Database database,
            RelationStore store,
            Rings rings,
            Access access,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.rings = rings;
        this.access = access;
        this.time = time;
    }

    /** Those that start or end at one of these work packages, whoever asks. */
    public List<Relation> of(View view, Collection<Long> workPackageIds) {
        return store.of(view, workPackageIds);
    }

    /** Whether the two could be put into a relation that is called so. */
    public boolean areRelatable(View view, RelationType.Said said, long one, long other) {
        long from = said.reversed() ? other : one;
        long to = said.reversed() ? one : other;
        return from != to
                && !store.isThere(view, from, to, 0)
                && !rings.closes(view, said.type(), from, to, 0);
    }

    public Seen<Relation> show(Actor actor, long id) {
        return database.read(view -> seen(view, actor, visible(view, actor, id)));
    }

    public Seen<Found<Relation>> list(Actor actor, Listing listing) {
        var selection = RELATION.select(listing, actor.user().id());
        return database.read(view -> {
            var found = store.list(view, actor, selection);
            var projects = RelationHal.projects(found.elements());
            return new Seen<>(found, access.rights(view, actor, projects, List.of()));
        });
    }

    /** Those of one work package, also those of which the other end is hidden. */
    public Seen<List<Relation>> of(Actor actor, long workPackageId) {
        return database.read(view -> {
            end(view, actor, workPackageId);
            var relations = store.of(view, List.of(workPackageId));
            var projects = RelationHal.projects(relations);
            return new Seen<>(relations, access.rights(view, actor, projects, List.of()));
        });
    }

    /** Relates the work package of the link {@code from} to another. */
    public Seen<Relation> create(Actor actor, ObjectNode body) {
        var input = RELATION.creation(body);
        if (input.get(FROM) == null) {
            input.problems().add(FROM, "can't be blank");
            input.check();
        }
        return create(actor, input.need(FROM).id(), body);
    }

    /** Relates a work package to another. */
    public Seen<Relation> create(Actor actor, long workPackageId, ObjectNode body) {
        var input = RELATION.creation(body);
        return database.write(tx -> {
            var from = end(tx, actor, workPackageId);
            access.require(tx, actor, Permission.MANAGE_WORK_PACKAGE_RELATIONS, from.projectId());
            var sent = input.get(FROM);
            if (sent != null && sent.id() != workPackageId) {
                input.problems().add(FROM, "is invalid");
            }
            input.check();
            var to = end(tx, actor, input.need(TO).id());
            var written = written(tx, input, from, to, null);
            long id = store.insert(tx, written, time.instant());
            return seen(tx, actor, store.find(tx, id).orElseThrow());
        });
    }

    public Seen<Relation> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = manageable(tx, actor, id);
            var input = RELATION.change(body, before);
            var after = written(tx, input, before.from(), before.to(), before);
            if (!after.equals(before)) {
                store.update(tx, after, time.instant());
            }
            return seen(tx, actor, after);
        });
    }

    public void delete(Actor actor, long id) {
        database.run(tx -> store.delete(tx, manageable(tx, actor, id).id()));
    }

    private Relation written(
            View view,
            Input input,
            Relation.End one,
            Relation.End other,
            @Nullable Relation before) {
        var kept = before == null ? RelationType.RELATES : before.type();
        var said = RelationType.said(input.or(TYPE, kept.word()));
        if (said.isEmpty()) {
            input.problems().add(TYPE, "is not set to one of the allowed values");
        }
        input.check();
        var type = said.orElseThrow().type();
        boolean reversed = said.orElseThrow().reversed();
        var written =
                new Relation(
                        before == null ? 0 : before.id(),
                        type,
                        reversed ? other : one,
                        reversed ? one : other,
                        input.get(DESCRIPTION, before == null ? null : before.description()),
                        type == RelationType.FOLLOWS
                                ? input.get(LAG, before == null ? null : before.lag())
                                : null);
        check(view, input, written);
        return written;
    }

    private void check(View view, Input input, Relation written) {
        var lag = input.get(LAG);
        if (lag != null && (lag < 0 || lag > LAG_MAX)) {
            input.problems().add(LAG, "must be between 0 and " + LAG_MAX);
        }
        long from = written.from().id();
        long to = written.to().id();
        if (from == to) {
            input.problems().add(TO, "can't be the work package itself");
        } else if (store.isThere(view, from, to, written.id())) {
            throw new Refusal.Conflict("There is a relation between these work packages already.");
        } else if (rings.closes(view, written.type(), from, to, written.id())) {
            input.problems().add(TO, "would close a ring of work packages");
        }
        input.check();
    }

    private Relation manageable(View view, Actor actor, long id) {
        var relation = visible(view, actor, id);
        var needed = Permission.MANAGE_WORK_PACKAGE_RELATIONS;
        if (!access.may(view, actor, needed, relation.from().projectId())) {
            access.require(view, actor, needed, relation.to().projectId());
        }
        return relation;
    }

    private Relation visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(relation ->
                        sees(view, actor, relation.from()) && sees(view, actor, relation.to()))
                .orElseThrow(Refusal.NotFound::new);
    }

    private Relation.End end(View view, Actor actor, long workPackageId) {
        return store.end(view, workPackageId)
                .filter(end -> sees(view, actor, end))
                .orElseThrow(Refusal.NotFound::new);
    }

    private boolean sees(View view, Actor actor, Relation.End end) {
        return access.may(view, actor, Permission.VIEW_WORK_PACKAGES, end.projectId());
    }

    private Seen<Relation> seen(View view, Actor actor, Relation relation) {
        var projects = RelationHal.projects(List.of(relation));
        return new Seen<>(relation, access.rights(view, actor, projects, List.of()));
    }
}
