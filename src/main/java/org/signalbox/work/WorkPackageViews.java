package org.signalbox.work;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Reference;
import org.signalbox.journal.Activities;
import org.signalbox.journal.Activity;
import org.signalbox.journal.ActivityHal;
import org.signalbox.journal.ChangeLine;
import org.signalbox.workpackage.Schedule;
import org.signalbox.workpackage.Shown;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackageHal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lays out a work package and what happened to it. */
@Component
final class WorkPackageViews {
    private final Activities activities;

    WorkPackageViews(Activities activities) {
        this.activities = activities;
    }

    WorkPackageView of(Actor actor, Shown seen, Wording wording) {
        WorkPackage one = seen.detail().workPackage();
        Rights rights = seen.rights();
        Seen<List<Activity>> happened = activities.list(actor, one.id());
        return new WorkPackageView(
                one.id(),
                one.subject(),
                one.type().title(),
                one.status().title(),
                one.project().id(),
                one.project().title(),
                html(WorkPackageHal.of(one, rights).json().path("description")),
                facts(one, rights, wording),
                happened.what().reversed().stream()
                        .map(activity -> happening(activity, happened.rights(), wording))
                        .toList(),
                may(one.project().id(), rights));
    }

    private static WorkPackageView.May may(long project, Rights rights) {
        return new WorkPackageView.May(
                rights.may(Permission.EDIT_WORK_PACKAGES, project),
                rights.may(Permission.DELETE_WORK_PACKAGES, project),
                rights.may(Permission.ADD_WORK_PACKAGE_COMMENTS, project),
                rights.may(Permission.LOG_OWN_TIME, project)
                        || rights.may(Permission.LOG_TIME, project));
    }

    private static List<Fact> facts(WorkPackage one, Rights rights, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(wording.say("work.status"), one.status().title()));
        facts.add(new Fact(wording.say("work.priority"), one.priority().title()));
        facts.add(person("work.assignee", one.assignee(), rights, wording));
        facts.add(person("work.author", one.author(), rights, wording));
        facts.add(new Fact(wording.say("work.dates"), dates(one.schedule(), wording)));
        Long done = one.percentageDone();
        if (done != null) {
            facts.add(new Fact(wording.say("work.done"), wording.say("percent", done)));
        }
        var estimated = one.estimated();
        if (estimated != null) {
            facts.add(
                    new Fact(
                            wording.say("work.estimated"),
                            wording.say("time.hours", Hours.words(estimated, wording.locale()))));
        }
        if (rights.may(Permission.VIEW_TIME_ENTRIES, one.project().id())) {
            facts.add(
                    new Fact(
                            wording.say("work.spent"),
                            wording.say("time.hours", Hours.words(one.spent(), wording.locale()))));
        }
        facts.add(new Fact(wording.say("list.changed"), wording.minute(one.updatedAt())));
        return facts;
    }

    private static Fact person(
            String key, @Nullable Reference person, Rights rights, Wording wording) {
        return new Fact(wording.say(key), WorkPackageList.person(person, rights, wording));
    }

    private static String dates(Schedule schedule, Wording wording) {
        var start = schedule.start();
        var due = schedule.due();
        if (due == null) {
            return start == null ? Wording.NOTHING : wording.say("work.from", wording.day(start));
        }
        if (start == null) {
            return wording.say("work.until", wording.day(due));
        }
        if (start.equals(due)) {
            return wording.day(due);
        }
        return wording.say("work.span", wording.day(start), wording.day(due));
    }

    private static WorkPackageView.Happening happening(
            Activity activity, Rights rights, Wording wording) {
        JsonNode json = ActivityHal.of(activity, rights).json();
        List<String> changes =
                ActivityHal.changes(activity, rights).stream()
                        .map(line -> sentence(line, wording))
                        .toList();
        return new WorkPackageView.Happening(
                WorkPackageList.person(activity.author(), rights, wording),
                wording.minute(activity.createdAt()),
                activity.version() == 1 ? List.of(wording.say("work.created")) : changes,
                html(json.path("comment")),
                activity.internal());
    }

    /** The change in the language of the viewer. */
    private static String sentence(ChangeLine line, Wording wording) {
        List<String> arguments = new ArrayList<>();
        arguments.add(wording.sayOr("change.of." + line.attribute(), line.title()));
        arguments.addAll(line.values());
        String verb = line.verb().replace(":", "").replace(' ', '_');
        return wording.say("change." + verb + "." + line.values().size(), arguments.toArray());
    }

    private static String html(JsonNode formattable) {
        return formattable.path("html").asString("");
    }
}
