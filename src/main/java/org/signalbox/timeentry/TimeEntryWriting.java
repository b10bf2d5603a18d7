package org.signalbox.timeentry;

import static org.signalbox.timeentry.TimeEntryHal.ACTIVITY;
import static org.signalbox.timeentry.TimeEntryHal.COMMENT;
import static org.signalbox.timeentry.TimeEntryHal.ENTITY;
import static org.signalbox.timeentry.TimeEntryHal.HOURS;
import static org.signalbox.timeentry.TimeEntryHal.ONGOING;
import static org.signalbox.timeentry.TimeEntryHal.PROJECT;
import static org.signalbox.timeentry.TimeEntryHal.SPENT_ON;
import static org.signalbox.timeentry.TimeEntryHal.TASK;
import static org.signalbox.timeentry.TimeEntryHal.USER;
import static org.signalbox.timeentry.TimeEntryHal.WORK_PACKAGE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Users;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.View;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.stereotype.Component;

/** Turns what a client wrote into a time entry, and says all that is wrong. Changes nothing. */
@Component
final class TimeEntryWriting {

    private static final Duration HOURS_MAX = Duration.ofHours(10_000);

    private final TimeEntryStore store;
    private final ActivityStore activities;
    private final Projects projects;
    private final WorkPackages workPackages;
    private final Users users;
    private final Access access;
    private final InstantSource time;

    TimeEntryWriting(
            TimeEntryStore store,
            ActivityStore activities,
            Projects projects,
            WorkPackages workPackages,
            Users users,
            Access access,
            InstantSource time) {
        this.store = store;
        this.activities = activities;
        this.projects = projects;
        this.workPackages = workPackages;
        this.users = users;
        this.access = access;
        this.time = time;
    }

    /** What permissions depend on: where the entry will be, and whose it will be. */
    record Target(@Nullable Project project, @Nullable WorkPackage workPackage, long userId) {

        Reference projectReference() {
            return project == null ? Reference.to(0) : project.reference();
        }
    }

    /**
     * Where the write leads; {@code before} is null on creation. Without a project nothing can be
     * written, and the input has a problem that says why.
     *
     * @throws Refusal.NotFound if that is a project that the actor may not see
     */
    Target target(View view, Actor actor, Input input, @Nullable TimeEntry before) {
        var workPackage = workPackage(view, actor, input, before);
        long mine = before == null ? actor.user().id() : before.user().id();
        var user = input.or(USER, Reference.to(mine));
        return new Target(project(view, actor, input, before, workPackage), workPackage, user.id());
    }

    /** The time entry that would be so after the write; what is wrong is added to the input. */
    TimeEntry written(View view, Target target, Input input, @Nullable TimeEntry before) {
        var now = time.instant();
        var workPackage = target.workPackage();
        var project = target.project();
        if (workPackage != null && project != null && workPackage.project().id() != project.id()) {
            input.problems().add(WORK_PACKAGE, "is invalid");
        }
        var entry =
                new TimeEntry(
                        before == null ? 0 : before.id(),
                        target.projectReference(),
                        workPackage == null ? null : workPackage.reference(),
                        user(view, target, input, before),
                        activity(view, input, before),
                        input.get(HOURS, before == null ? null : before.hours()),
                        input.or(ONGOING, before != null && before.ongoing()),
                        input.or(SPENT_ON, before == null ? today(now) : before.spentOn()),
                        input.has(COMMENT) || before == null
                                ? input.or(COMMENT, "")
                                : before.comment(),
                        workPackage == null ? task(input, before) : "",
                        before == null ? now : before.createdAt(),
                        now);
        checkHours(input, entry);
        if (entry.ongoing() && store.isBusy(view, entry.user().id(), entry.id())) {
            input.problems().add(ONGOING, "is already true of another time entry of this person");
        }
        return entry;
    }

    private static String task(Input input, @Nullable TimeEntry before) {
        return input.has(TASK) || before == null ? input.or(TASK, "") : before.task();
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private @Nullable Project project(
            View view,
            Actor actor,
            Input input,
            @Nullable TimeEntry before,
            @Nullable WorkPackage workPackage) {
        var sent = input.get(PROJECT);
        if (sent != null) {
            return projects.visible(view, actor, sent.id());
        }
        if (workPackage != null) {
            return projects.visible(view, actor, workPackage.project().id());
        }
        if (before == null) {
            boolean unknownWork = input.get(ENTITY) != null || input.get(WORK_PACKAGE) != null;
            if (!unknownWork) {
                input.problems().add(PROJECT, "can't be blank");
            }
            return null;
        }
        return projects.visible(view, actor, before.project().id());
    }

    /** The work package under either of its names: the one that says something new counts. */
    private @Nullable WorkPackage workPackage(
            View view, Actor actor, Input input, @Nullable TimeEntry before) {
        var kept = before == null ? null : before.workPackage();
        var entity = input.get(ENTITY, kept);
        boolean byEntity = input.has(ENTITY) && !sameId(entity, kept);
        var wanted = byEntity ? entity : input.get(WORK_PACKAGE, kept);
        if (wanted == null) {
            return null;
        }
        var found = workPackages.find(view, wanted.id());
        if (sameId(wanted, kept)) {
            return found.orElse(null);
        }
        var workPackage =
                found.filter(one ->
                                access.may(
                                        view,
                                        actor,
                                        Permission.VIEW_WORK_PACKAGES,
                                        one.project().id()))
                        .orElse(null);
        if (workPackage == null) {
            input.problems().add(WORK_PACKAGE, "is invalid");
        }
        return workPackage;
    }

    /** Somebody who can log time in the project. Whose the entry is may stay so. */
    private Reference user(View view, Target target, Input input, @Nullable TimeEntry before) {
        if (before != null && before.user().id() == target.userId()) {
            return before.user();
        }
        var project = target.project();
        var user =
                users.find(view, target.userId())
                        .filter(one ->
                                project == null || mayLog(view, new Actor(one), project.id()))
                        .orElse(null);
        if (user == null) {
            input.problems().add(USER, "is invalid");
            return Reference.to(target.userId());
        }
        return new Reference(user.id(), user.name());
    }

    private boolean mayLog(View view, Actor actor, long projectId) {
        return access.may(view, actor, Permission.LOG_OWN_TIME, projectId)
                || access.may(view, actor, Permission.LOG_TIME, projectId);
    }

    private Reference activity(View view, Input input, @Nullable TimeEntry before) {
        var wanted = input.get(ACTIVITY);
        if (wanted == null && before != null) {
            return before.activity();
        }
        var all = activities.all(view);
        for (Activity activity : all) {
            boolean fits = wanted == null ? activity.isDefault() : activity.id() == wanted.id();
            if (fits) {
                return activity.reference();
            }
        }
        input.problems().add(ACTIVITY, wanted == null ? "can't be blank" : "is invalid");
        return all.getFirst().reference();
    }

    private static void checkHours(Input input, TimeEntry entry) {
        var hours = entry.hours();
        if (hours == null) {
            if (!entry.ongoing() && !input.problems().has(HOURS)) {
                input.problems().add(HOURS, "can't be blank");
            }
        } else if (hours.isZero() || hours.isNegative()) {
            input.problems().add(HOURS, "must be greater than 0");
        } else if (hours.compareTo(HOURS_MAX) > 0) {
            input.problems().add(HOURS, "must be less than or equal to " + HOURS_MAX.toHours());
        }
    }

    private static boolean sameId(@Nullable Reference one, @Nullable Reference other) {
        return one == null ? other == null : other != null && one.id() == other.id();
    }
}
