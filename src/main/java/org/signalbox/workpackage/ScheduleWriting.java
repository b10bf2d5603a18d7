package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.DATE_OF_MILESTONE;
import static org.signalbox.workpackage.WorkPackageHal.DUE_DATE;
import static org.signalbox.workpackage.WorkPackageHal.DURATION_IN_DAYS;
import static org.signalbox.workpackage.WorkPackageHal.IGNORE_NON_WORKING_DAYS;
import static org.signalbox.workpackage.WorkPackageHal.SCHEDULE_MANUALLY;
import static org.signalbox.workpackage.WorkPackageHal.START_DATE;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Input;

/** Turns the dates that a client wrote into a schedule, or says what is wrong with them. */
final class ScheduleWriting {

    private static final int DAYS_MAX = 36_525;

    private ScheduleWriting() {}

    static Schedule written(boolean milestone, Input input, @Nullable WorkPackage before) {
        var kept = before == null ? Schedule.NONE : before.schedule();
        var rules =
                new Schedule(
                        null,
                        null,
                        null,
                        input.or(IGNORE_NON_WORKING_DAYS, kept.ignoreNonWorkingDays()),
                        input.or(SCHEDULE_MANUALLY, kept.manually()));
        return milestone ? ofMilestone(input, kept, rules) : ofSpan(input, kept, rules);
    }

    private static Schedule ofMilestone(Input input, Schedule kept, Schedule rules) {
        refuse(START_DATE, "is not writable on a milestone", input);
        refuse(DUE_DATE, "is not writable on a milestone", input);
        refuse(DURATION_IN_DAYS, "is not writable on a milestone", input);
        var day = input.get(DATE_OF_MILESTONE, kept.due() == null ? kept.start() : kept.due());
        return day == null ? rules : rules.with(day, day, 1);
    }

    private static Schedule ofSpan(Input input, Schedule kept, Schedule rules) {
        refuse(DATE_OF_MILESTONE, "is writable on milestones only", input);
        var start = input.get(START_DATE, kept.start());
        var due = input.get(DUE_DATE, kept.due());
        var days = input.get(DURATION_IN_DAYS, kept.duration());
        if (days != null && (days < 1 || days > DAYS_MAX)) {
            input.problems().add(DURATION_IN_DAYS, "must be between 1 and " + DAYS_MAX + " days");
            return rules;
        }
        if (start != null && due != null && due.isBefore(start) && !movesDue(input)) {
            input.problems().add(DUE_DATE, "must be greater than or equal to the start date");
            return rules;
        }
        return derived(input, rules, start, due, days);
    }

    /** Two that were sent or are kept give the third; what was sent is never overwritten. */
    private static Schedule derived(
            Input input,
            Schedule rules,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable Integer days) {
        boolean daysSent = input.get(DURATION_IN_DAYS) != null;
        if (input.has(START_DATE) && start == null) {
            return rules.with(null, due, due == null || daysSent ? days : null);
        }
        if (input.has(DUE_DATE) && due == null) {
            return rules.with(start, null, start == null || daysSent ? days : null);
        }
        if (!daysSent) {
            boolean both = start != null && due != null;
            return rules.with(start, due, both ? null : days).completed();
        }
        if (movesDue(input) && start != null) {
            return rules.with(start, null, days).completed();
        }
        if (!input.has(START_DATE) && due != null) {
            return rules.with(null, due, days).completed();
        }
        var all = rules.with(start, due, days);
        if (!all.agrees()) {
            input.problems().add(DURATION_IN_DAYS, "does not match the dates");
        }
        return all.completed();
    }

    /** A duration without a due date moves the due date. */
    private static boolean movesDue(Input input) {
        return input.get(DURATION_IN_DAYS) != null && !input.has(DUE_DATE);
    }

    private static void refuse(Attribute<WorkPackage, ?> attribute, String why, Input input) {
        if (input.get(attribute) != null) {
            input.problems().add(attribute, why);
        }
    }
}
