package org.signalbox.absence;

import static org.signalbox.absence.AbsenceHal.DESCRIPTION;
import static org.signalbox.absence.AbsenceHal.FROM;
import static org.signalbox.absence.AbsenceHal.HALF_DAY_AT_END;
import static org.signalbox.absence.AbsenceHal.HALF_DAY_AT_START;
import static org.signalbox.absence.AbsenceHal.KIND;
import static org.signalbox.absence.AbsenceHal.TO;
import static org.signalbox.absence.AbsenceHal.USER;

import java.time.InstantSource;
import org.signalbox.account.Actor;
import org.signalbox.account.Users;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Turns what was written into an absence; what is wrong is added to the input. */
@Component
final class AbsenceWriting {

    private final AbsenceStore store;
    private final Users users;
    private final InstantSource time;

    AbsenceWriting(AbsenceStore store, Users users, InstantSource time) {
        this.store = store;
        this.users = users;
        this.time = time;
    }

    /** Whose it will be: the actor's own unless somebody else was named. */
    long owner(Actor actor, Input input) {
        return input.or(USER, Reference.to(actor.user().id())).id();
    }

    Absence created(View view, Actor actor, Input input) {
        if (!input.has(FROM) || !input.has(TO)) {
            input.check();
        }
        var now = time.instant();
        var absence =
                new Absence(
                        0,
                        user(view, actor, input),
                        input.or(KIND, Absence.Kind.VACATION),
                        input.need(FROM),
                        input.need(TO),
                        input.or(HALF_DAY_AT_START, false),
                        input.or(HALF_DAY_AT_END, false),
                        input.or(DESCRIPTION, ""),
                        now,
                        now);
        check(view, input, absence);
        return absence;
    }

    Absence changed(View view, Absence before, Input input) {
        var absence =
                new Absence(
                        before.id(),
                        before.user(),
                        input.or(KIND, before.kind()),
                        input.or(FROM, before.from()),
                        input.or(TO, before.to()),
                        input.or(HALF_DAY_AT_START, before.halfDayAtStart()),
                        input.or(HALF_DAY_AT_END, before.halfDayAtEnd()),
                        input.has(DESCRIPTION) ? input.or(DESCRIPTION, "") : before.description(),
                        before.createdAt(),
                        time.instant());
        check(view, input, absence);
        return absence;
    }

    /** Whom nobody else may know of looks like nobody. */
    private Reference user(View view, Actor actor, Input input) {
        long id = owner(actor, input);
        var user = actor.isAdmin() || actor.is(id) ? users.find(view, id).orElse(null) : null;
        if (user == null) {
            input.problems().add(USER, "is invalid");
            return Reference.to(id);
        }
        return new Reference(user.id(), user.name());
    }

    private void check(View view, Input input, Absence absence) {
        if (absence.to().isBefore(absence.from())) {
            input.problems().add(TO, "must not be before the first day");
            return;
        }
        boolean oneDay = absence.from().equals(absence.to());
        if (oneDay && absence.halfDayAtStart() && absence.halfDayAtEnd()) {
            input.problems()
                    .add(
                            HALF_DAY_AT_END,
                            "can't be set together with half day at start for a single day");
            return;
        }
        store.onSameDays(view, absence).stream()
                .filter(absence::overlaps)
                .findFirst()
                .ifPresent(other ->
                        input.problems()
                                .add(
                                        FROM,
                                        "overlaps the absence from %s to %s"
                                                .formatted(other.from(), other.to())));
    }
}
