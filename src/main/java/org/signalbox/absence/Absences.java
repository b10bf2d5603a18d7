package org.signalbox.absence;

import static java.util.Comparator.comparing;
import static org.signalbox.absence.AbsenceHal.ABSENCE;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Belongings;
import org.signalbox.account.Principal;
import org.signalbox.account.Users;
import org.signalbox.hal.Document;
import org.signalbox.hal.Form;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with absences. Everybody sees and changes their own, administrators those of
 * all; for everybody else they do not exist. They go with the person.
 */
@Component
public final class Absences implements Belongings {

    private static final String PATH = "/api/v3/absences";

    private final Database database;
    private final AbsenceStore store;
    private final AbsenceWriting writing;
    private final AbsenceEvents events;
    private final Users users;

    Absences(
            Database database,
            AbsenceStore store,
            AbsenceWriting writing,
            AbsenceEvents events,
            Users users) {
        this.database = database;
        this.store = store;
        this.writing = writing;
        this.events = events;
        this.users = users;
    }

    public AbsenceDetail show(Actor actor, long id) {
        return database.read(view -> detail(view, visible(view, actor, id)));
    }

    public Found<Absence> list(Actor actor, Listing listing) {
        var selection = ABSENCE.select(listing, actor.user().id());
        return database.read(view -> store.list(view, actor, selection));
    }

    /**
     * All of one person, by the first day.
     *
     * @throws Refusal.NotFound unless these are one's own, or an administrator asks
     */
    public List<Absence> of(Actor actor, String userKey) {
        long user = users.visible(actor, userKey).id();
        if (!actor.isAdmin() && !actor.is(user)) {
            throw new Refusal.NotFound();
        }
        return database.read(
                view -> store.of(view, user).stream().sorted(comparing(Absence::from)).toList());
    }

    public AbsenceDetail create(Actor actor, ObjectNode body) {
        actor.requireSignedIn();
        var input = ABSENCE.creation(body);
        return database.write(tx -> {
            store.touch(tx, writing.owner(actor, input));
            var absence = writing.created(tx, actor, input);
            input.check();
            var detail = detail(tx, store.find(tx, store.insert(tx, absence)).orElseThrow());
            events.created(tx, actor, detail);
            return detail;
        });
    }

    public Document creationForm(Actor actor, ObjectNode body) {
        actor.requireSignedIn();
        var input = ABSENCE.creation(body);
        return database.read(view ->
                Form.creation(ABSENCE, input, () -> writing.created(view, actor, input))
                        .document(PATH));
    }

    /** Does nothing and tells nothing if nothing is different. */
    public AbsenceDetail change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            store.touch(tx, visible(tx, actor, id).user().id());
            var before = visible(tx, actor, id);
            var input = ABSENCE.change(body, before);
            var after = writing.changed(tx, before, input);
            input.check();
            if (events.changes(before, after).isEmpty()) {
                return detail(tx, before);
            }
            store.update(tx, after);
            var detail = detail(tx, after);
            events.updated(tx, actor, before, detail);
            return detail;
        });
    }

    public Document changeForm(Actor actor, long id, ObjectNode body) {
        return database.read(view -> {
            var before = visible(view, actor, id);
            var input = ABSENCE.change(body, before);
            return Form.change(ABSENCE, before, input, () -> writing.changed(view, before, input))
                    .document(PATH + "/" + id);
        });
    }

    /** What can be written of absences. */
    public Document schema() {
        return ABSENCE.schema(PATH + "/schema", null);
    }

    public void delete(Actor actor, long id) {
        database.run(tx -> delete(tx, actor, visible(tx, actor, id)));
    }

    @Override
    public void giveUp(Tx tx, Actor actor, Principal principal) {
        store.of(tx, principal.id()).forEach(absence -> delete(tx, actor, absence));
    }

    private void delete(Tx tx, Actor actor, Absence absence) {
        var last = detail(tx, absence);
        store.delete(tx, absence.id());
        events.deleted(tx, actor, last);
    }

    private Absence visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(absence -> actor.isAdmin() || actor.is(absence.user().id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    private AbsenceDetail detail(View view, Absence absence) {
        return new AbsenceDetail(absence, users.find(view, absence.user().id()).orElse(null));
    }
}
