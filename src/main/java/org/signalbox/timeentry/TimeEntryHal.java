package org.signalbox.timeentry;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.DURATION;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.PLAIN;
import static org.signalbox.hal.Types.STRING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.signalbox.account.Permission;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Rights;
import org.signalbox.account.UserHal;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Terms;
import org.signalbox.hal.Types;
import org.signalbox.project.ProjectHal;
import org.signalbox.workpackage.WorkPackageHal;

/** Time entries in the API. */
public final class TimeEntryHal {

    private static final int TASK_MAX = 255;

    static final Attribute<TimeEntry, Long> ID = Attribute.of("id", INTEGER, TimeEntry::id);
    static final Attribute<TimeEntry, Boolean> ONGOING =
            Attribute.of("ongoing", BOOLEAN, TimeEntry::ongoing).writable();
    static final Attribute<TimeEntry, String> COMMENT =
            Attribute.of("comment", PLAIN, TimeEntry::comment).writable();

    /** In words; what was spent on a work package has none. */
    static final Attribute<TimeEntry, String> TASK =
            Attribute.of("task", STRING, TimeEntry::task)
                    .writable()
                    .length(0, TASK_MAX)
                    .when(entry -> entry.workPackage() == null);

    static final Attribute<TimeEntry, LocalDate> SPENT_ON =
            Attribute.of("spentOn", DATE, TimeEntry::spentOn).writable().required().called("Date");
    static final Attribute<TimeEntry, Duration> HOURS =
            Attribute.of("hours", DURATION, TimeEntry::hours).writable().requiredByRules();
    static final Attribute<TimeEntry, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, TimeEntry::createdAt);
    static final Attribute<TimeEntry, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, TimeEntry::updatedAt);

    static final Attribute<TimeEntry, Reference> PROJECT =
            Attribute.of("project", ProjectHal.LINK, TimeEntry::project)
                    .writable()
                    .required()
                    .withDefault()
                    .from(Choices.at("/api/v3/time_entries/available_projects"));
    static final Attribute<TimeEntry, Reference> ENTITY =
            Attribute.of("entity", WorkPackageHal.LINK, TimeEntry::workPackage)
                    .untracked()
                    .from(TimeEntryCircumstances.class, TimeEntryCircumstances::workPackages)
                    .called("Work package");

    /** The name of the entity before there was another kind than work packages. */
    static final Attribute<TimeEntry, Reference> WORK_PACKAGE =
            Attribute.of("workPackage", WorkPackageHal.LINK, TimeEntry::workPackage)
                    .writable()
                    .from(TimeEntryCircumstances.class, TimeEntryCircumstances::workPackages);

    static final Attribute<TimeEntry, Reference> USER =
            Attribute.of("user", Types.link("User", "users"), TimeEntry::user)
                    .writable()
                    .writableIf(TimeEntryCircumstances.class, TimeEntryCircumstances::forOthers)
                    .required()
                    .withDefault()
                    .from(TimeEntryCircumstances.class, TimeEntryCircumstances::people);
    static final Attribute<TimeEntry, Reference> ACTIVITY =
            Attribute.of(
                            "activity",
                            Types.link("TimeEntriesActivity", "time_entries/activities"),
                            TimeEntry::activity)
                    .writable()
                    .required()
                    .withDefault()
                    .from(TimeEntryCircumstances.class, TimeEntryCircumstances::kinds);

    static final Description<TimeEntry> TIME_ENTRY =
            Description.<TimeEntry>of("TimeEntry")
                    .with(ID, ONGOING, COMMENT, TASK, SPENT_ON, HOURS, CREATED_AT, UPDATED_AT)
                    .with(PROJECT, ENTITY, WORK_PACKAGE, USER, ACTIVITY)
                    .filters(
                            Filter.of("id", Filters.reference("h.id")),
                            Filter.of("project", ProjectHal.named("h.project_id")),
                            Filter.of("workPackage", Filters.optionalReference("h.work_package_id"))
                                    .or("entity"),
                            Filter.of("entityType", TimeEntryHal::entityType),
                            Filter.of("user", PrincipalHal.known("h.user_id")),
                            Filter.of("activity", Filters.reference("h.activity_id")),
                            Filter.of("ongoing", Filters.flag("h.ongoing")),
                            Filter.of("hours", Filters.hours("h.seconds")),
                            Filter.of("comment", Filters.text("h.comment")),
                            Filter.of("spentOn", Filters.date("h.spent_on")),
                            Filter.of("createdAt", Filters.time("h.created_at")),
                            Filter.of("updatedAt", Filters.time("h.updated_at")))
                    .sorts(
                            Sort.by("id", "h.id"),
                            Sort.byNullable("hours", "h.seconds"),
                            Sort.by("spentOn", "h.spent_on"),
                            Sort.by("createdAt", "h.created_at"),
                            Sort.by("updatedAt", "h.updated_at"))
                    .orderedBy(new Sort.Key("spentOn", false));

    private TimeEntryHal() {}

    /** A time entry among others. */
    public static Document of(TimeEntry entry, Rights rights) {
        var self = "/api/v3/time_entries/" + entry.id();
        var document =
                TIME_ENTRY
                        .document(entry)
                        .link("self", Link.to(self))
                        .link("schema", Link.to("/api/v3/time_entries/schema"));
        var workPackage = entry.workPackage();
        if (workPackage != null && !seesWorkPackages(entry, rights)) {
            document.link("entity", Link.undisclosed()).link("workPackage", Link.undisclosed());
        }
        if (!rights.seesUser(entry.user().id())) {
            document.link("user", Link.undisclosed());
        }
        if (mayEdit(entry, rights)) {
            document.link("update", Link.action(self + "/form", "post"))
                    .link("updateImmediately", Link.action(self, "patch"))
                    .link("delete", Link.action(self, "delete"));
        }
        return document;
    }

    /** A time entry by itself, with what it embeds. */
    public static Document single(TimeEntryDetail detail, Rights rights) {
        var entry = detail.timeEntry();
        var document = of(entry, rights).embed("project", ProjectHal.of(detail.project(), rights));
        var workPackage = detail.workPackage();
        if (workPackage != null && seesWorkPackages(entry, rights)) {
            document.embed("workPackage", WorkPackageHal.of(workPackage, rights))
                    .embed("entity", WorkPackageHal.of(workPackage, rights));
        }
        var user = detail.user();
        if (user != null && rights.seesUser(user.id())) {
            document.embed("user", UserHal.document(user, rights.actor()));
        }
        return document.embed("activity", of(detail.activity()));
    }

    static Document of(Activity activity) {
        return new Document("TimeEntriesActivity")
                .put("id", activity.id())
                .put("name", activity.name())
                .put("position", activity.position())
                .put("default", activity.isDefault())
                .link(
                        "self",
                        Link.to(
                                "/api/v3/time_entries/activities/" + activity.id(),
                                activity.name()))
                .links("projects", List.of());
    }

    /** An activity by itself; what is embedded elsewhere embeds nothing. */
    static Document single(Activity activity) {
        return of(activity).embed("projects", List.of());
    }

    static List<Shape> shapes() {
        return List.of(
                TIME_ENTRY
                        .shape()
                        .links("self", "schema", "update", "updateImmediately", "delete")
                        .embeds("project", "Project")
                        .embeds("workPackage", "WorkPackage")
                        .embeds("entity", "WorkPackage")
                        .embeds("user", "User")
                        .embeds("activity", "TimeEntriesActivity"),
                TIME_ENTRY.writeShape(),
                Shape.of("TimeEntriesActivity")
                        .property("id", INTEGER)
                        .property("name", STRING)
                        .property("position", INTEGER)
                        .property("default", BOOLEAN)
                        .links("self", "projects[]")
                        .embeds("projects", "Project[]"));
    }

    private static boolean seesWorkPackages(TimeEntry entry, Rights rights) {
        return rights.may(Permission.VIEW_WORK_PACKAGES, entry.project().id());
    }

    private static boolean mayEdit(TimeEntry entry, Rights rights) {
        long project = entry.project().id();
        boolean own = rights.actor().is(entry.user().id());
        return rights.may(Permission.EDIT_TIME_ENTRIES, project)
                || (own && rights.may(Permission.EDIT_OWN_TIME_ENTRIES, project));
    }

    /** Work packages are the only kind of entity there is. */
    private static String entityType(Terms terms) {
        boolean workPackages = terms.values().contains("WorkPackage");
        return switch (terms.operator()) {
            case "=" -> workPackages ? "h.work_package_id is not null" : "1 = 0";
            case "!" -> workPackages ? "h.work_package_id is null" : "1 = 1";
            default -> throw terms.unknownOperator();
        };
    }
}
