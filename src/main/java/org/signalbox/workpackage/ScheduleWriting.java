package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.DATE_OF_MILESTONE;
import static org.signalbox.workpackage.WorkPackageHal.DUE_DATE;
import static org.signalbox.workpackage.WorkPackageHal.DURATION_IN_DAYS;
import static org.signalbox.workpackage.WorkPackageHal.IGNORE_NON_WORKING_DAYS;
import static org.signalbox.workpackage.WorkPackageHal.SCHEDULE_MANUALLY;
import static org.signalbox.workpackage.WorkPackageHal.START_DATE;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.signalbox.calendar.WorkingDays;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Input;

/** Turns the dates that a client wrote into a schedule, or says what is wrong with them. */
final class ScheduleWriting {

    private static final int DAYS_MAX = 36_525;

    private ScheduleWriting() {}

    /**
     * The schedule after the write.
     *
     * @param calendar asked only where days have to be counted: what was not changed stays as it
     *     was counted, whatever became of the calendar since
     */
    static Schedule written(
            boolean milestone,
            Input input,
            @Nullable WorkPackage before,
            Supplier<WorkingDays> calendar) {
        var kept = before == null ? Schedule.NONE : before.schedule();
        if (kept.manually() && !input.or(SCHEDULE_MANUALLY, true)) {
            input.problems().add(SCHEDULE_MANUALLY, "must be true: only people set dates");
        }
        var rules =
                new Schedule(
                        null,
                        null,
                        null,
                        input.or(IGNORE_NON_WORKING_DAYS, kept.ignoreNonWorkingDays()),
                        input.or(SCHEDULE_MANUALLY, kept.manually()));
        return milestone ? ofMilestone(input, kept, rules) : ofSpan(input, kept, rules, calendar);
    }

    private static Schedule ofMilestone(Input input, Schedule kept, Schedule rules) {
        refuse(START_DATE, "is not writable on a milestone", input);
        refuse(DUE_DATE, "is not writable on a milestone", input);
        refuse(DURATION_IN_DAYS, "is not writable on a milestone", input);
        var day = input.get(DATE_OF_MILESTONE, kept.due() == null ? kept.start() : kept.due());
        return day == null ? rules : rules.with(day, day, 1);
    }

    private static Schedule ofSpan(
            Input input, Schedule kept, Schedule rules, Supplier<WorkingDays> calendar) {
        refuse(DATE_OF_MILESTONE, "is writable on milestones only", input);
        var start = input.get(START_DATE, kept.start());
        var due = input.get(DUE_DATE, kept.due());
        var days = input.get(DURATION_IN_DAYS, kept.duration());
        var written = rules.with(start, due, days);
        if (written.hasDatesOf(kept)) {
            return written;
        }
        if (days != null && (days < 1 || days > DAYS_MAX)) {
            input.problems().add(DURATION_IN_DAYS, "must be between 1 and " + DAYS_MAX + " days");
            return rules;
        }
        if (start != null && due != null && due.isBefore(start) && !movesDue(input)) {
            input.problems().add(DUE_DATE, "must be greater than or equal to the start date");
            return rules;
        }
        return derived(input, written, calendar.get());
    }

    /** Two that were sent or are kept give the third; what was sent is never overwritten. */
    private static Schedule derived(Input input, Schedule written, WorkingDays calendar) {
        var start = written.start();
        var due = written.due();
        var days = written.duration();
        boolean daysSent = input.get(DURATION_IN_DAYS) != null;
        if (input.has(START_DATE) && start == null) {
            return written.with(null, due, due == null || daysSent ? days : null);
        }
        if (input.has(DUE_DATE) && due == null) {
            return written.with(start, null, start == null || daysSent ? days : null);
        }
        if (!daysSent) {
            boolean both = start != null && due != null;
            return written.with(start, due, both ? null : days).completed(calendar);
        }
        if (movesDue(input) && start != null) {
            return written.with(start, null, days).completed(calendar);
        }
        if (!input.has(START_DATE) && due != null) {
            return written.with(null, due, days).completed(calendar);
        }
        if (!written.agrees(calendar)) {
            input.problems().add(DURATION_IN_DAYS, "does not match the dates");
        }
        return written.completed(calendar);
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
