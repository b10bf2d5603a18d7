package org.signalbox.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.signalbox.absence.Absence;
import org.signalbox.absence.AbsenceDetail;
import org.signalbox.assignment.Assignment;
import org.signalbox.assignment.AssignmentDetail;
import org.signalbox.client.Client;
import org.signalbox.client.Contact;
import org.signalbox.hal.Reference;
import org.signalbox.tasklist.TaskList;
import org.signalbox.tasklist.TaskListDetail;

/** For whom the work in samples is done, and what is planned. */
final class SamplePlans {
    private static final Instant BEGUN = Instant.parse("2026-09-14T07:05:11.480Z");

    static final long ABSENCE_ID = 58;
    static final long ASSIGNMENT_ID = 204;

    static final Client CLIENT =
            new Client(
                    11,
                    "Harbor Lane Ltd",
                    "Runs the ferries.",
                    "Shipping",
                    List.of(
                            new Contact("email", "Office", "office@harborlane.example"),
                            new Contact("phone", null, "+351 22 555 0117")),
                    List.of("key account"),
                    2,
                    BEGUN,
                    SampleWork.NOW);

    static final TaskList TASK_LIST =
            new TaskList(
                    17,
                    new Reference(3, "System admin guide"),
                    "To be reviewed",
                    2,
                    false,
                    BEGUN,
                    SampleWork.NOW);

    private SamplePlans() {}

    static TaskListDetail taskList() {
        return new TaskListDetail(TASK_LIST, SampleWork.PROJECT);
    }

    static AssignmentDetail assignment() {
        var assignment =
                new Assignment(
                        ASSIGNMENT_ID,
                        new Reference(SamplePeople.ANA.id(), "Ana Lima"),
                        SampleWork.PROJECT.reference(),
                        LocalDate.parse("2026-11-23"),
                        LocalDate.parse("2026-12-04"),
                        Assignment.Mode.PERCENT,
                        new BigDecimal(50),
                        true,
                        "In the mornings",
                        1,
                        BEGUN,
                        SampleWork.NOW);
        return new AssignmentDetail(assignment, SampleWork.PROJECT, SamplePeople.ANA);
    }

    static AbsenceDetail absence() {
        var absence =
                new Absence(
                        ABSENCE_ID,
                        new Reference(SamplePeople.ANA.id(), "Ana Lima"),
                        Absence.Kind.VACATION,
                        LocalDate.parse("2026-12-21"),
                        LocalDate.parse("2026-12-31"),
                        true,
                        false,
                        "Back in the new year",
                        BEGUN,
                        SampleWork.NOW);
        return new AbsenceDetail(absence, SamplePeople.ANA);
    }
}
