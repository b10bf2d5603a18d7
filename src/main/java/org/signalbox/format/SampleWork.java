package org.signalbox.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Role;
import org.signalbox.event.EventTypes;
import org.signalbox.hal.Reference;
import org.signalbox.project.Membership;
import org.signalbox.project.MembershipDetail;
import org.signalbox.project.Planning;
import org.signalbox.project.Project;
import org.signalbox.project.ProjectDetail;
import org.signalbox.project.ProjectFacts;
import org.signalbox.project.ProjectStatus;
import org.signalbox.timeentry.Activity;
import org.signalbox.timeentry.TimeEntry;
import org.signalbox.timeentry.TimeEntryDetail;
import org.signalbox.workpackage.Family;
import org.signalbox.workpackage.ListPlace;
import org.signalbox.workpackage.Priority;
import org.signalbox.workpackage.Schedule;
import org.signalbox.workpackage.Status;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackageDetail;
import org.signalbox.workpackage.WorkPackageFacts;
import org.signalbox.workpackage.WorkPackageType;

/** The work in samples. */
final class SampleWork {
    static final Instant NOW = Instant.parse("2026-11-19T21:41:06.812Z");
    static final long MEMBERSHIP_ID = 31;
    static final long TIME_ENTRY_ID = 812;

    static final Instant BEGUN = Instant.parse("2026-10-05T09:30:00.120Z");
    private static final Reference ANA = new Reference(SamplePeople.ANA.id(), "Ana Lima");
    private static final Reference MIRA = new Reference(SamplePeople.MIRA.id(), "Mira Okafor");

    static final Project PROJECT =
            new Project(
                    3,
                    "system-admin-guide",
                    "System admin guide",
                    "How to run it, from the first day on.",
                    false,
                    true,
                    ProjectStatus.ON_TRACK,
                    "The first half is with the reviewers.",
                    List.of(),
                    SamplePlans.CLIENT.reference(),
                    new Planning(
                            "SAG-1",
                            LocalDate.parse("2026-10-05"),
                            LocalDate.parse("2026-12-18"),
                            Duration.ofHours(160),
                            true,
                            "#1a67a3",
                            List.of("documentation"),
                            Planning.Certainty.CONFIRMED),
                    BEGUN,
                    NOW);

    private static final WorkPackageType TASK =
            new WorkPackageType(1, "Task", "#1a67a3", 1, true, false, BEGUN, BEGUN);
    private static final Status IN_PROGRESS =
            new Status(7, "In progress", "#cc5de8", 7, false, false, false, false, 0);
    private static final Status NEW =
            new Status(1, "New", "#1098ad", 1, true, false, false, false, 0);
    private static final Priority NORMAL = new Priority(8, "Normal", "#74c0fc", 2, true, true);
    private static final Activity DEVELOPMENT = new Activity(3, "Development", 3, false);

    static final WorkPackage WORK_PACKAGE =
            new WorkPackage(
                    42,
                    PROJECT.reference(),
                    TASK.reference(),
                    false,
                    IN_PROGRESS.reference(),
                    NORMAL.reference(),
                    Family.NONE,
                    MIRA,
                    ANA,
                    null,
                    null,
                    null,
                    "Write the backup chapter",
                    "Cold and hot backups, and how to *restore* one.",
                    new Schedule(
                            LocalDate.parse("2026-11-16"),
                            LocalDate.parse("2026-11-20"),
                            5,
                            false,
                            true),
                    Duration.ofHours(12),
                    Duration.ofHours(8),
                    Duration.ofMinutes(90),
                    30L,
                    new ListPlace(SamplePlans.TASK_LIST.reference(), 2),
                    4,
                    BEGUN,
                    NOW);

    private SampleWork() {}

    static ProjectDetail project() {
        return new ProjectDetail(PROJECT, null, SamplePlans.CLIENT);
    }

    static @Nullable ProjectFacts projectFacts(String type) {
        return switch (type) {
            case EventTypes.PROJECT_CREATED ->
                    new ProjectFacts(List.of(), 0, 0, Duration.ZERO, Duration.ZERO);
            case EventTypes.PROJECT_DELETED -> null;
            default -> projectFacts();
        };
    }

    private static ProjectFacts projectFacts() {
        var ana =
                new ProjectFacts.Member(
                        MEMBERSHIP_ID,
                        ANA.id(),
                        "Ana",
                        "Lima",
                        false,
                        List.of(new Reference(4, "Member")));
        return new ProjectFacts(List.of(ana), 12, 3, Duration.ofHours(120), Duration.ofHours(20));
    }

    static MembershipDetail membership() {
        var membership =
                new Membership(
                        MEMBERSHIP_ID,
                        PROJECT.reference(),
                        ANA,
                        List.of(new Reference(4, "Member")),
                        BEGUN,
                        NOW);
        return new MembershipDetail(
                membership,
                PROJECT,
                SamplePeople.ANA,
                List.of(new Role(4, "Member", Role.Kind.PROJECT)));
    }

    static WorkPackageDetail workPackage() {
        return new WorkPackageDetail(
                WORK_PACKAGE,
                TASK,
                IN_PROGRESS,
                NORMAL,
                PROJECT,
                SamplePeople.MIRA,
                SamplePeople.ANA,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    static WorkPackageFacts workPackageFacts(String type, boolean hasMoved) {
        Long comments =
                switch (type) {
                    case EventTypes.WORK_PACKAGE_CREATED -> 0L;
                    case EventTypes.WORK_PACKAGE_DELETED -> null;
                    default -> 1L;
                };
        return new WorkPackageFacts(NORMAL.position(), hasMoved ? NEW : null, null, comments);
    }

    static TimeEntryDetail timeEntry() {
        var entry =
                new TimeEntry(
                        TIME_ENTRY_ID,
                        PROJECT.reference(),
                        WORK_PACKAGE.reference(),
                        ANA,
                        DEVELOPMENT.reference(),
                        Duration.ofMinutes(90),
                        false,
                        LocalDate.parse("2026-11-19"),
                        "Backup chapter",
                        "",
                        NOW,
                        NOW);
        return new TimeEntryDetail(entry, PROJECT, WORK_PACKAGE, SamplePeople.ANA, DEVELOPMENT);
    }
}
