package org.signalbox.rm;

import java.util.List;
import java.util.function.Predicate;
import org.signalbox.account.Actor;
import org.signalbox.hal.Clause;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** What a person has in a project: bookings, hours. */
interface RmEntries {

    /** Whose it is, and in which project. */
    record Place(long user, long project) {}

    /** What they are called in paths. */
    String word();

    /** A page of those that all these clauses are true of. */
    ResponseEntity<ObjectNode> list(Actor actor, RmList list, List<Clause> only);

    /**
     * The one with this id, if the actor sees it and it is in a place that the path speaks of; the
     * same holds for changing and deleting it.
     */
    ObjectNode show(Actor actor, long id, Predicate<Place> there);

    ObjectNode create(Actor actor, ObjectNode sent);

    ObjectNode change(Actor actor, long id, ObjectNode sent, Predicate<Place> there);

    void delete(Actor actor, long id, Predicate<Place> there);
}
