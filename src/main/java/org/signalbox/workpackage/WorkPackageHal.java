package org.signalbox.workpackage;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.DAYS;
import static org.signalbox.hal.Types.DURATION;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.MARKDOWN;
import static org.signalbox.hal.Types.STRING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Permission;
import org.signalbox.account.Principal;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Rights;
import org.signalbox.attachment.AttachmentChoice;
import org.signalbox.attachment.AttachmentHal;
import org.signalbox.category.CategoryHal;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import org.signalbox.project.ProjectHal;
import org.signalbox.relation.RelationHal;
import org.signalbox.tasklist.TaskListHal;
import org.signalbox.version.VersionHal;
import tools.jackson.databind.JsonNode;

/** Work packages in the API. */
public final class WorkPackageHal {

    /** How other resources link to a work package. */
    public static final Type<Reference> LINK = Types.link("WorkPackage", "work_packages");

    private static final Type<Reference> PERSON = Types.link("User", "users");
    private static final Type<Reference> PARENT_LINK =
            Types.parentLink("WorkPackage", "work_packages");

    static final Attribute<WorkPackage, Long> ID = Attribute.of("id", INTEGER, WorkPackage::id);
    static final Attribute<WorkPackage, Long> LOCK_VERSION =
            Attribute.of("lockVersion", INTEGER, WorkPackage::lockVersion).echoed();
    static final Attribute<WorkPackage, String> SUBJECT =
            Attribute.of("subject", STRING, WorkPackage::subject)
                    .writable()
                    .required()
                    .length(1, 255);
    static final Attribute<WorkPackage, String> DESCRIPTION =
            Attribute.of("description", MARKDOWN, WorkPackage::description).writable();
    static final Attribute<WorkPackage, Boolean> SCHEDULE_MANUALLY =
            Attribute.of("scheduleManually", BOOLEAN, scheduled(Schedule::manually))
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<WorkPackage, LocalDate> START_DATE =
            Attribute.of("startDate", DATE, scheduled(Schedule::start))
                    .writable()
                    .when(workPackage -> !workPackage.milestone());
    static final Attribute<WorkPackage, LocalDate> DUE_DATE =
            Attribute.of("dueDate", DATE, scheduled(Schedule::due))
                    .writable()
                    .called("Finish date")
                    .when(workPackage -> !workPackage.milestone());
    static final Attribute<WorkPackage, LocalDate> DATE_OF_MILESTONE =
            Attribute.of("date", DATE, scheduled(Schedule::due))
                    .writable()
                    .when(WorkPackage::milestone);
    static final Attribute<WorkPackage, Duration> ESTIMATED_TIME =
            Attribute.of("estimatedTime", DURATION, WorkPackage::estimated)
                    .writable()
                    .called("Work");
    static final Attribute<WorkPackage, Duration> REMAINING_TIME =
            Attribute.of("remainingTime", DURATION, WorkPackage::remaining)
                    .writable()
                    .called("Remaining work");
    static final Attribute<WorkPackage, Integer> DURATION_IN_DAYS =
            Attribute.of("duration", DAYS, scheduled(Schedule::duration))
                    .writable()
                    .when(workPackage -> !workPackage.milestone());
    static final Attribute<WorkPackage, Boolean> IGNORE_NON_WORKING_DAYS =
            Attribute.of("ignoreNonWorkingDays", BOOLEAN, scheduled(Schedule::ignoreNonWorkingDays))
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<WorkPackage, Duration> SPENT_TIME =
            Attribute.of("spentTime", DURATION, WorkPackage::spent).computed();
    static final Attribute<WorkPackage, Boolean> READONLY =
            Attribute.<WorkPackage, Boolean>of("readonly", BOOLEAN, _ -> false).computed();
    static final Attribute<WorkPackage, Long> PERCENTAGE_DONE =
            Attribute.of("percentageDone", INTEGER, WorkPackage::percentageDone)
                    .writable()
                    .called("% Complete");
    static final Attribute<WorkPackage, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, WorkPackage::createdAt);
    static final Attribute<WorkPackage, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, WorkPackage::updatedAt);

    static final Attribute<WorkPackage, Reference> TYPE =
            Attribute.of("type", VocabularyHal.TYPE_LINK, WorkPackage::type)
                    .writable()
                    .required()
                    .withDefault()
                    .from(WorkPackageCircumstances.class, WorkPackageCircumstances::types);
    static final Attribute<WorkPackage, Reference> PRIORITY =
            Attribute.of("priority", VocabularyHal.PRIORITY_LINK, WorkPackage::priority)
                    .writable()
                    .required()
                    .withDefault()
                    .from(WorkPackageCircumstances.class, WorkPackageCircumstances::priorities);
    static final Attribute<WorkPackage, Reference> PROJECT =
            Attribute.of("project", ProjectHal.LINK, WorkPackage::project)
                    .writable()
                    .required()
                    .from(WorkPackageCircumstances.class, WorkPackageCircumstances::projects);
    static final Attribute<WorkPackage, Reference> STATUS =
            Attribute.of("status", VocabularyHal.STATUS_LINK, WorkPackage::status)
                    .writable()
                    .required()
                    .withDefault()
                    .from(WorkPackageCircumstances.class, WorkPackageCircumstances::statuses);
    static final Attribute<WorkPackage, Reference> AUTHOR =
            Attribute.of("author", PERSON, WorkPackage::author);
    static final Attribute<WorkPackage, Reference> RESPONSIBLE =
            Attribute.of("responsible", PrincipalHal.LINK, WorkPackage::responsible)
                    .writable()
                    .from(WorkPackageCircumstances.class, WorkPackageCircumstances::people)
                    .called("Accountable");
    static final Attribute<WorkPackage, Reference> ASSIGNEE =
            Attribute.of("assignee", PrincipalHal.LINK, WorkPackage::assignee)
                    .writable()
                    .from(WorkPackageCircumstances.class, WorkPackageCircumstances::people);
    static final Attribute<WorkPackage, Reference> VERSION =
            Attribute.of("version", VersionHal.LINK, WorkPackage::version)
                    .writable()
                    .from(WorkPackageCircumstances.class, WorkPackageCircumstances::versions);
    static final Attribute<WorkPackage, Reference> CATEGORY =
            Attribute.of("category", CategoryHal.LINK, WorkPackage::category)
                    .writable()
                    .from(WorkPackageCircumstances.class, WorkPackageCircumstances::categories);
    static final Attribute<WorkPackage, Reference> PARENT =
            Attribute.of("parent", PARENT_LINK, WorkPackage::parent).writable();

    static final Attribute<WorkPackage, Reference> TASK_LIST =
            Attribute.of("taskList", TaskListHal.LINK, ListPlace::listOf).writable();

    /** Written as an array of all it is to have, read as a link to the collection. */
    private static final Attribute<WorkPackage, JsonNode> ATTACHMENTS =
            Attribute.<WorkPackage, JsonNode>of(
                            AttachmentChoice.LINK, Types.linksForRules("Attachment"), _ -> null)
                    .untracked();

    /** From 1, in the task list. */
    static final Attribute<WorkPackage, Long> POSITION =
            Attribute.of("position", INTEGER, ListPlace::positionOf).writable();

    static final Description<WorkPackage> WORK_PACKAGE =
            Description.<WorkPackage>of("WorkPackage")
                    .with(ID, LOCK_VERSION, SUBJECT, DESCRIPTION, SCHEDULE_MANUALLY)
                    .with(START_DATE, DUE_DATE, DATE_OF_MILESTONE)
                    .with(ofSpan(total("derivedStartDate", DATE, Family.Totals::start)))
                    .with(ofSpan(total("derivedDueDate", DATE, Family.Totals::due)))
                    .with(ESTIMATED_TIME)
                    .with(total("derivedEstimatedTime", DURATION, Family.Totals::estimated))
                    .with(REMAINING_TIME)
                    .with(total("derivedRemainingTime", DURATION, Family.Totals::remaining))
                    .with(DURATION_IN_DAYS, IGNORE_NON_WORKING_DAYS, SPENT_TIME, PERCENTAGE_DONE)
                    .with(total("derivedPercentageDone", INTEGER, Family.Totals::percentageDone))
                    .with(CREATED_AT, UPDATED_AT, READONLY)
                    .with(CATEGORY, TYPE, PRIORITY, PROJECT, STATUS, AUTHOR, RESPONSIBLE, ASSIGNEE)
                    .with(VERSION, PARENT)
                    .with(POSITION, TASK_LIST, ATTACHMENTS)
                    .group("People", "assignee", "responsible")
                    .group(
                            "Estimates and progress",
                            "estimatedTime",
                            "remainingTime",
                            "percentageDone",
                            "spentTime")
                    .group("Details", "category", "date", "priority", "version")
                    .filters(WorkPackageFilters.FILTERS)
                    .sorts(WorkPackageFilters.SORTS);

    private WorkPackageHal() {}

    /** A work package among others, or inside another resource. */
    public static Document of(WorkPackage workPackage, Rights rights) {
        var self = "/api/v3/work_packages/" + workPackage.id();
        long project = workPackage.project().id();
        var document =
                WORK_PACKAGE
                        .document(workPackage)
                        .put("displayId", String.valueOf(workPackage.id()));
        if (rights.may(Permission.VIEW_TIME_ENTRIES, project)) {
            document.link("timeEntries", Link.to(timeEntries(workPackage.id())));
        } else {
            document.without(SPENT_TIME.name());
        }
        document.link("self", Link.to(self, workPackage.subject()))
                .link("schema", Link.to(schema(workPackage)))
                .link("activities", Link.to(self + "/activities"))
                .link("attachments", Link.to(self + "/attachments"))
                .link("fileLinks", Link.to(self + "/file_links"));
        if (rights.may(Permission.EDIT_WORK_PACKAGES, project)
                || rights.may(Permission.ADD_WORK_PACKAGE_COMMENTS, project)) {
            document.link(
                    "previewMarkup",
                    Link.action("/api/v3/render/markdown?context=" + self, "post"));
        }
        document.links("customActions", List.of());
        WorkPackageLinks.addFamily(document, workPackage, rights);
        WorkPackageLinks.add(document, workPackage, rights);
        hideStrangers(document, workPackage, rights);
        if (rights.may(Permission.EDIT_WORK_PACKAGES, project)) {
            document.link("update", Link.action(self + "/form", "post"))
                    .link("updateImmediately", Link.action(self, "patch"));
        }
        if (mayAddFiles(workPackage, rights)) {
            document.link("addAttachment", Link.action(self + "/attachments", "post"));
        }
        if (rights.may(Permission.ADD_WORK_PACKAGE_COMMENTS, project)) {
            document.link(
                    "addComment", Link.action(self + "/activities", "post").titled("Add comment"));
        }
        if (rights.may(Permission.DELETE_WORK_PACKAGES, project)) {
            document.link("delete", Link.action(self, "delete"));
        }
        return document;
    }

    /** A work package by itself, with what it embeds. */
    public static Document single(WorkPackageDetail detail, Rights rights) {
        var workPackage = detail.workPackage();
        var self = "/api/v3/work_packages/" + workPackage.id();
        var document =
                of(workPackage, rights)
                        .embed(
                                "attachments",
                                AttachmentHal.list(
                                        self + "/attachments",
                                        detail.attachments(),
                                        rights,
                                        mayRemoveFiles(workPackage, rights)))
                        .embed(
                                "relations",
                                RelationHal.of(workPackage.id(), detail.relations(), rights))
                        .embed("type", VocabularyHal.of(detail.type()))
                        .embed("priority", VocabularyHal.of(detail.priority()))
                        .embed("project", ProjectHal.of(detail.project(), rights))
                        .embed("status", VocabularyHal.of(detail.status()))
                        .embed("author", person(detail.author(), rights))
                        .embed("responsible", person(detail.responsible(), rights))
                        .embed("assignee", person(detail.assignee(), rights))
                        .embed("customActions", List.of());
        var version = detail.version();
        if (version != null) {
            document.embed("version", VersionHal.of(version, rights));
        }
        var category = detail.category();
        if (category != null) {
            document.embed("category", CategoryHal.of(category, rights));
        }
        var parent = detail.parent();
        return parent == null || !rights.may(Permission.VIEW_WORK_PACKAGES, parent.project().id())
                ? document
                : document.embed("parent", of(parent, rights));
    }

    /** How an attribute is called for people. */
    public static String title(String attribute) {
        return WORK_PACKAGE.title(attribute).orElse(attribute);
    }

    /** What follows from the children, if there are any. */
    private static <V> Attribute<WorkPackage, V> total(
            String name, Type<V> type, Function<Family.Totals, @Nullable V> part) {
        return Attribute.<WorkPackage, V>of(
                        name,
                        type,
                        workPackage -> {
                            var totals = workPackage.family().totals();
                            return totals == null ? null : part.apply(totals);
                        })
                .computed();
    }

    static boolean mayAddFiles(WorkPackage workPackage, Rights rights) {
        long project = workPackage.project().id();
        return rights.may(Permission.EDIT_WORK_PACKAGES, project)
                || rights.may(Permission.ADD_WORK_PACKAGES, project);
    }

    static boolean mayRemoveFiles(WorkPackage workPackage, Rights rights) {
        return rights.may(Permission.EDIT_WORK_PACKAGES, workPackage.project().id());
    }

    private static <V> Attribute<WorkPackage, V> ofSpan(Attribute<WorkPackage, V> attribute) {
        return attribute.when(workPackage -> !workPackage.milestone());
    }

    private static void hideStrangers(Document document, WorkPackage workPackage, Rights rights) {
        hideStranger(document, "author", workPackage.author(), rights);
        hideStranger(document, "assignee", workPackage.assignee(), rights);
        hideStranger(document, "responsible", workPackage.responsible(), rights);
    }

    private static void hideStranger(
            Document document, String relation, @Nullable Reference person, Rights rights) {
        if (person != null && !rights.seesUser(person.id())) {
            document.link(relation, Link.undisclosed());
        }
    }

    private static @Nullable Document person(@Nullable Principal person, Rights rights) {
        return person == null || !rights.seesUser(person.id())
                ? null
                : PrincipalHal.document(person, rights);
    }

    /** The address of the schema of work packages of its type in its project. */
    static String schema(WorkPackage workPackage) {
        return "/api/v3/work_packages/schemas/%d-%d"
                .formatted(workPackage.project().id(), workPackage.type().id());
    }

    private static String timeEntries(long id) {
        return "/api/v3/time_entries?filters=%5B%7B%22work_package_id%22%3A%7B%22operator%22%3A"
                + "%22%3D%22%2C%22values%22%3A%5B%22"
                + id
                + "%22%5D%7D%7D%5D";
    }

    private static <V> Function<WorkPackage, @Nullable V> scheduled(
            Function<Schedule, @Nullable V> part) {
        return workPackage -> part.apply(workPackage.schedule());
    }
}
