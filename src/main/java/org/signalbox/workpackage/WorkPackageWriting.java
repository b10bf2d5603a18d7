package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.ASSIGNEE;
import static org.signalbox.workpackage.WorkPackageHal.DESCRIPTION;
import static org.signalbox.workpackage.WorkPackageHal.ESTIMATED_TIME;
import static org.signalbox.workpackage.WorkPackageHal.PERCENTAGE_DONE;
import static org.signalbox.workpackage.WorkPackageHal.PRIORITY;
import static org.signalbox.workpackage.WorkPackageHal.REMAINING_TIME;
import static org.signalbox.workpackage.WorkPackageHal.RESPONSIBLE;
import static org.signalbox.workpackage.WorkPackageHal.STATUS;
import static org.signalbox.workpackage.WorkPackageHal.SUBJECT;
import static org.signalbox.workpackage.WorkPackageHal.TYPE;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Principals;
import org.signalbox.calendar.Days;
import org.signalbox.category.Category;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Turns what a client wrote into a work package, and says all that is wrong. Changes nothing. */
@Component
final class WorkPackageWriting {

    private static final Duration TIME_MAX = Duration.ofHours(1_000_000);

    private final WorkPackageDetails details;
    private final Placement placement;
    private final Principals principals;
    private final Days calendar;
    private final InstantSource time;
    private final Places places;

    WorkPackageWriting(
            WorkPackageDetails details,
            Placement placement,
            Principals principals,
            Days calendar,
            InstantSource time,
            Places places) {
        this.details = details;
        this.placement = placement;
        this.principals = principals;
        this.calendar = calendar;
        this.time = time;
        this.places = places;
    }

    /**
     * The work package that would be so after the write; what is wrong is added to the input.
     *
     * @param project where it will be; with the id 0 if nobody knows
     * @param before null on creation
     */
    WorkPackage written(
            View view, Actor actor, Reference project, Input input, @Nullable WorkPackage before) {
        var words = details.vocabulary(view);
        var type = type(words, input, before);
        var category = placement.category(view, project, input, before);
        var now = time.instant();
        var written =
                new WorkPackage(
                        before == null ? 0 : before.id(),
                        project,
                        type.reference(),
                        type.isMilestone(),
                        status(words, input, before),
                        priority(words, input, before),
                        placement.family(view, actor, input, before),
                        before == null ? author(actor) : before.author(),
                        assignee(view, project, category, input, before),
                        person(view, project, RESPONSIBLE, input, before),
                        placement.version(view, project, input, before),
                        category == null ? null : category.reference(),
                        input.or(SUBJECT, before == null ? "" : before.subject()).strip(),
                        description(input, before),
                        ScheduleWriting.written(
                                type.isMilestone(), input, before, () -> calendar.working(view)),
                        input.get(ESTIMATED_TIME, before == null ? null : before.estimated()),
                        input.get(REMAINING_TIME, before == null ? null : before.remaining()),
                        before == null ? Duration.ZERO : before.spent(),
                        input.get(PERCENTAGE_DONE, before == null ? null : before.percentageDone()),
                        places.written(view, project, input, before),
                        before == null ? 0 : before.lockVersion(),
                        before == null ? now : before.createdAt(),
                        now);
        checkWork(input, written);
        return written;
    }

    private static WorkPackageType type(
            Vocabulary words, Input input, @Nullable WorkPackage before) {
        var kept = before == null ? null : words.type(before.type().id());
        var sent = input.get(TYPE);
        var type = sent == null ? kept : words.type(sent.id());
        return known(TYPE, type, words.defaultType(), input);
    }

    private static Reference status(Vocabulary words, Input input, @Nullable WorkPackage before) {
        var kept = before == null ? null : words.status(before.status().id());
        var sent = input.get(STATUS);
        var status = sent == null ? kept : words.status(sent.id());
        return known(STATUS, status, words.defaultStatus(), input).reference();
    }

    private static Reference priority(Vocabulary words, Input input, @Nullable WorkPackage before) {
        var kept = before == null ? null : words.priority(before.priority().id());
        var sent = input.get(PRIORITY);
        var priority = sent == null ? kept : words.priority(sent.id());
        return known(PRIORITY, priority, words.defaultPriority(), input).reference();
    }

    /** The word that was chosen, or the default one; a problem if one was sent that is none. */
    private static <T> T known(
            Attribute<WorkPackage, Reference> attribute,
            @Nullable T word,
            T standard,
            Input input) {
        if (word == null && input.has(attribute)) {
            input.problems().add(attribute, "is invalid");
        }
        return word == null ? standard : word;
    }

    private static Reference author(Actor actor) {
        return new Reference(actor.user().id(), actor.user().name());
    }

    private static String description(Input input, @Nullable WorkPackage before) {
        return input.has(DESCRIPTION) || before == null
                ? input.or(DESCRIPTION, "")
                : before.description();
    }

    /** New work that was given to nobody falls to the one to whom its category does. */
    private @Nullable Reference assignee(
            View view,
            Reference project,
            @Nullable Category category,
            Input input,
            @Nullable WorkPackage before) {
        var chosen = person(view, project, ASSIGNEE, input, before);
        var standard = category == null ? null : category.defaultAssignee();
        return chosen == null
                        && before == null
                        && standard != null
                        && isAssignable(view, project, standard)
                ? standard
                : chosen;
    }

    /** Somebody who can be given work in the project. Who has it already may keep it. */
    private @Nullable Reference person(
            View view,
            Reference project,
            Attribute<WorkPackage, Reference> role,
            Input input,
            @Nullable WorkPackage before) {
        var kept = before == null ? null : role.of(before);
        var wanted = input.get(role, kept);
        if (wanted == null) {
            return null;
        }
        boolean same = before != null && before.project().id() == project.id();
        boolean theirs =
                kept != null
                        && kept.id() == wanted.id()
                        && Objects.equals(kept.collection(), wanted.collection());
        if (same && theirs) {
            return kept;
        }
        var person =
                principals
                        .find(view, wanted)
                        .filter(found -> principals.mayBeGivenWork(view, found, project.id()))
                        .orElse(null);
        if (person == null) {
            input.problems().add(role, "is invalid");
        }
        return person == null ? null : person.reference();
    }

    private boolean isAssignable(View view, Reference project, Reference person) {
        return principals
                .find(view, person)
                .filter(found -> principals.mayBeGivenWork(view, found, project.id()))
                .isPresent();
    }

    private static void checkWork(Input input, WorkPackage written) {
        checkTime(input, ESTIMATED_TIME, written.estimated());
        checkTime(input, REMAINING_TIME, written.remaining());
        var estimated = written.estimated();
        var remaining = written.remaining();
        if (estimated != null && remaining != null && remaining.compareTo(estimated) > 0) {
            input.problems().add(REMAINING_TIME, "must not be more than the work");
        }
        var percentage = written.percentageDone();
        if (percentage != null && (percentage < 0 || percentage > 100)) {
            input.problems().add(PERCENTAGE_DONE, "must be between 0 and 100");
        }
    }

    private static void checkTime(
            Input input, Attribute<WorkPackage, Duration> attribute, @Nullable Duration duration) {
        if (duration != null && (duration.isNegative() || duration.compareTo(TIME_MAX) > 0)) {
            input.problems().add(attribute, "is out of range");
        }
    }
}
