package org.signalbox.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Found;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.timeentry.TimeEntries;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.stereotype.Component;

/** The form of a time entry. */
@Component
final class TimeForm {
    private static final int PROJECTS_MAX = 500;
    private static final int WORK_MAX = 200;

    private final TimeEntries entries;
    private final WorkPackages workPackages;

    TimeForm(TimeEntries entries, WorkPackages workPackages) {
        this.entries = entries;
        this.workPackages = workPackages;
    }

    /** The projects in which the actor may log time; none for who may do that nowhere. */
    List<Option> projects(Actor actor, Wording wording) {
        var listing =
                Search.of(TimePage.PATH, 1).sorted("name", false).listing(wording, PROJECTS_MAX);
        try {
            Seen<Found<Project>> seen = entries.projects(actor, listing);
            return seen.what().elements().stream()
                    .map(one -> new Option(WorkPackageForm.href(one.reference()), one.name()))
                    .toList();
        } catch (Refusal.Forbidden _) {
            return List.of();
        }
    }

    /**
     * The fields.
     *
     * @param project as the API links to it; null while none is chosen
     */
    List<Field> fields(
            Actor actor, List<Option> projects, @Nullable String project, Wording wording) {
        return List.of(
                Field.choice("project", wording.say("time.project"), projects),
                Field.choice("workPackage", wording.say("time.work"), work(actor, project, wording))
                        .orNone(wording.say("time.work.none")),
                Field.of("spentOn", Kind.DATE, wording.say("time.date")),
                Field.of("hours", Kind.HOURS, wording.say("time.spent"))
                        .explained(wording.say("time.spent.hint")),
                Field.choice(
                        "activity",
                        wording.say("time.activity"),
                        entries.activities(actor).stream()
                                .map(one ->
                                        new Option(
                                                "/api/v3/time_entries/activities/" + one.id(),
                                                one.name()))
                                .toList()),
                Field.of("comment", Kind.REMARK, wording.say("time.comment")));
    }

    /** The activity that is meant where nothing is said. */
    String activity(Actor actor) {
        return entries.activities(actor).stream()
                .filter(one -> one.isDefault())
                .findFirst()
                .map(one -> "/api/v3/time_entries/activities/" + one.id())
                .orElse("");
    }

    /** The open work of the project, what changed last first. */
    private List<Option> work(Actor actor, @Nullable String project, Wording wording) {
        if (project == null || project.isEmpty()) {
            return List.of();
        }
        Search search =
                Search.of(TimePage.PATH, 1)
                        .filtered("status", "o")
                        .filtered("project", "=", project.substring(project.lastIndexOf('/') + 1))
                        .sorted("updatedAt", true);
        Found<WorkPackage> found =
                workPackages.list(actor, search.listing(wording, WORK_MAX)).what();
        return found.elements().stream()
                .map(one ->
                        new Option(
                                "/api/v3/work_packages/" + one.id(),
                                "#%d %s".formatted(one.id(), one.subject())))
                .toList();
    }
}
