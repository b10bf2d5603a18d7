package org.signalbox.assignment;

import static org.signalbox.assignment.AssignmentHal.ALL_DAY;
import static org.signalbox.assignment.AssignmentHal.AMOUNT;
import static org.signalbox.assignment.AssignmentHal.FROM;
import static org.signalbox.assignment.AssignmentHal.MODE;
import static org.signalbox.assignment.AssignmentHal.NOTE;
import static org.signalbox.assignment.AssignmentHal.PROJECT;
import static org.signalbox.assignment.AssignmentHal.TO;
import static org.signalbox.assignment.AssignmentHal.USER;

import java.math.BigDecimal;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Users;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Turns what was written into an assignment; what is wrong is added to the input. */
@Component
final class AssignmentWriting {

    private static final BigDecimal FULL_TIME = new BigDecimal(100);
    private static final int DECIMALS = 2;

    private final Projects projects;
    private final Users users;
    private final Access access;
    private final InstantSource time;

    AssignmentWriting(Projects projects, Users users, Access access, InstantSource time) {
        this.projects = projects;
        this.users = users;
        this.access = access;
        this.time = time;
    }

    Assignment created(View view, Actor actor, Input input) {
        if (!input.has(PROJECT)) {
            input.check();
        }
        var project = project(view, actor, input.need(PROJECT).id());
        if (!input.has(USER) || !input.has(FROM) || !input.has(TO)) {
            input.check();
        }
        var now = time.instant();
        var mode = input.or(MODE, Assignment.Mode.PERCENT);
        var assignment =
                new Assignment(
                        0,
                        user(view, actor, input, project, input.need(USER).id()),
                        project.reference(),
                        input.need(FROM),
                        input.need(TO),
                        mode,
                        amount(input, mode, null),
                        input.or(ALL_DAY, true),
                        input.or(NOTE, ""),
                        0,
                        now,
                        now);
        check(input, assignment);
        return assignment;
    }

    Assignment changed(View view, Actor actor, Assignment before, Input input) {
        var project = project(view, actor, input.or(PROJECT, before.project()).id());
        var user = input.or(USER, before.user());
        boolean stays = user.id() == before.user().id() && project.id() == before.project().id();
        var mode = input.or(MODE, before.mode());
        var assignment =
                new Assignment(
                        before.id(),
                        stays ? before.user() : user(view, actor, input, project, user.id()),
                        project.reference(),
                        input.or(FROM, before.from()),
                        input.or(TO, before.to()),
                        mode,
                        amount(input, mode, before),
                        input.or(ALL_DAY, before.allDay()),
                        input.has(NOTE) ? input.or(NOTE, "") : before.note(),
                        before.lockVersion(),
                        before.createdAt(),
                        time.instant());
        check(input, assignment);
        return assignment;
    }

    private Project project(View view, Actor actor, long id) {
        var project = projects.visible(view, actor, id);
        access.require(view, actor, Permission.MANAGE_ASSIGNMENTS, project.id());
        return project;
    }

    /** Somebody whom the actor knows and who sees the project. */
    private Reference user(View view, Actor actor, Input input, Project project, long id) {
        var user =
                users.find(view, id)
                        .filter(one -> access.seesUser(view, actor, one.id()))
                        .filter(one -> access.sees(view, new Actor(one), project.id()))
                        .orElse(null);
        if (user == null) {
            input.problems().add(USER, "is invalid");
            return Reference.to(id);
        }
        return new Reference(user.id(), user.name());
    }

    /** How much; a number says nothing any more when the mode becomes another. */
    private static BigDecimal amount(
            Input input, Assignment.Mode mode, @Nullable Assignment before) {
        var sent = input.get(AMOUNT);
        if (sent == null) {
            if (before != null && before.mode() == mode) {
                return before.amount();
            }
            if (before != null || mode != Assignment.Mode.PERCENT) {
                input.problems().add(AMOUNT, "can't be blank");
            }
            return FULL_TIME;
        }
        if (sent.signum() <= 0) {
            input.problems().add(AMOUNT, "must be greater than 0");
        } else if (sent.compareTo(mode.max()) > 0) {
            input.problems().add(AMOUNT, "must be less than or equal to " + mode.max());
        } else if (sent.stripTrailingZeros().scale() > DECIMALS) {
            input.problems().add(AMOUNT, "must not have more than two decimals");
        } else {
            return plain(sent);
        }
        return FULL_TIME;
    }

    /** The same number always has the same form. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void check(Input input, Assignment assignment) {
        if (assignment.to().isBefore(assignment.from())) {
            input.problems().add(TO, "must not be before the first day");
        }
    }
}
