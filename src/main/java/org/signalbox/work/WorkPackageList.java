package org.signalbox.work;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Found;
import org.signalbox.hal.Reference;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.stereotype.Component;

/** The work of a project, as far as it is looked for. */
@Component
final class WorkPackageList {
    private static final List<String> STATES = List.of("open", "closed", "all");
    private static final List<String> SORTS =
            List.of("updatedAt", "id", "subject", "status", "priority", "dueDate");

    private final WorkPackages workPackages;

    WorkPackageList(WorkPackages workPackages) {
        this.workPackages = workPackages;
    }

    /** What is looked for. */
    record Wanted(String search, String status, String sort, int page) {

        Wanted {
            status = STATES.contains(status) ? status : STATES.getFirst();
            sort = SORTS.contains(sort) ? sort : SORTS.getFirst();
        }
    }

    /** What was found, laid out. */
    record Part(
            Wanted wanted, List<Way> states, List<Option> sorts, List<Row> rows, Paging paging) {}

    /** A work package among others. */
    record Row(
            long id,
            String subject,
            String type,
            String status,
            String priority,
            String assignee,
            String due,
            String done) {}

    /** Null for who may not see the work of the project. */
    @Nullable Part of(Actor actor, long project, Rights rights, Wanted wanted, Wording wording) {
        if (!rights.may(Permission.VIEW_WORK_PACKAGES, project)) {
            return null;
        }
        Search search =
                Search.of(ProjectsPage.path(project), wanted.page())
                        .with("search", wanted.search())
                        .with("status", wanted.status())
                        .with("sort", wanted.sort());
        Search found =
                search.filtered("status", operator(wanted.status()))
                        .filtered("subproject", "!*")
                        .containing("search", wanted.search())
                        .sorted(wanted.sort(), isNewestFirst(wanted.sort()))
                        .sorted("id", true);
        Seen<Found<WorkPackage>> seen =
                workPackages.list(actor, found.listing(wording), Long.toString(project));
        return new Part(
                wanted,
                search.ways("status", STATES, "work.state", wording),
                SORTS.stream()
                        .map(key -> new Option(key, wording.say("work.sort." + key)))
                        .toList(),
                seen.what().elements().stream()
                        .map(one -> row(one, seen.rights(), wording))
                        .toList(),
                found.paging(seen.what(), wording));
    }

    private static String operator(String state) {
        return switch (state) {
            case "open" -> "o";
            case "closed" -> "c";
            default -> "*";
        };
    }

    private static boolean isNewestFirst(String sort) {
        return Stream.of("updatedAt", "id", "priority").anyMatch(sort::equals);
    }

    private static Row row(WorkPackage one, Rights rights, Wording wording) {
        var due = one.schedule().due();
        Long done = one.percentageDone();
        return new Row(
                one.id(),
                one.subject(),
                one.type().title(),
                one.status().title(),
                one.priority().title(),
                person(one.assignee(), rights, wording),
                due == null ? Wording.NOTHING : wording.day(due),
                done == null ? Wording.NOTHING : wording.say("percent", done));
    }

    /** Somebody's name, if the viewer may know it. */
    static String person(@Nullable Reference person, Rights rights, Wording wording) {
        if (person == null) {
            return Wording.NOTHING;
        }
        return rights.seesUser(person.id()) ? person.title() : wording.say("form.undisclosed");
    }
}
