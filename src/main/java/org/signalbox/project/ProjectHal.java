package org.signalbox.project;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.DURATION;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.MARKDOWN;
import static org.signalbox.hal.Types.STRING;
import static org.signalbox.hal.Types.STRINGS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.client.ClientHal;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Found;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Tags;
import org.signalbox.hal.Terms;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;

/** Projects in the API. */
public final class ProjectHal {

    /** How other resources link to a project. */
    public static final Type<Reference> LINK = Types.link("Project", "projects");

    private static final Pattern NUMBER = Pattern.compile("[0-9]*");

    private static final Type<ProjectStatus> STATUS_LINK =
            Types.link(
                    "ProjectStatus",
                    "project_statuses",
                    ProjectStatus::ofCode,
                    ProjectStatus::code,
                    ProjectStatus::title);

    static final Attribute<Project, Long> ID = Attribute.of("id", INTEGER, Project::id);
    static final Attribute<Project, String> IDENTIFIER =
            Attribute.of("identifier", STRING, Project::identifier)
                    .writable()
                    .required()
                    .withDefault()
                    .length(1, 100);
    static final Attribute<Project, String> NAME =
            Attribute.of("name", STRING, Project::name).writable().required().length(1, 255);
    static final Attribute<Project, Boolean> ACTIVE =
            Attribute.of("active", BOOLEAN, Project::active)
                    .writable()
                    .writableIf(ProjectCircumstances.class, ProjectCircumstances::admin)
                    .required()
                    .withDefault();
    static final Attribute<Project, Boolean> PUBLIC =
            Attribute.of("public", BOOLEAN, Project::isPublic).writable().required().withDefault();
    static final Attribute<Project, String> DESCRIPTION =
            Attribute.of("description", MARKDOWN, Project::description).writable();
    static final Attribute<Project, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, Project::createdAt);
    static final Attribute<Project, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, Project::updatedAt);
    static final Attribute<Project, String> STATUS_EXPLANATION =
            Attribute.of("statusExplanation", MARKDOWN, Project::statusExplanation).writable();
    static final Attribute<Project, Reference> PARENT =
            Attribute.of("parent", LINK, Project::parent)
                    .writable()
                    .from(ProjectCircumstances.class, ProjectCircumstances::parents)
                    .called("Subproject of");
    static final Attribute<Project, ProjectStatus> STATUS =
            Attribute.of("status", STATUS_LINK, Project::status)
                    .writable()
                    .from(
                            Choices.of(
                                    Stream.of(ProjectStatus.values())
                                            .map(ProjectHal::status)
                                            .toList()));

    static final Attribute<Project, Reference> CLIENT =
            Attribute.of("client", ClientHal.LINK, Project::client)
                    .writable()
                    .from(Choices.at("/api/v3/clients"));
    static final Attribute<Project, String> CODE =
            Attribute.of("code", STRING, planned(Planning::code)).writable().length(0, 100);
    static final Attribute<Project, LocalDate> STARTS_ON =
            Attribute.of("startsOn", DATE, planned(Planning::startsOn)).writable();
    static final Attribute<Project, LocalDate> ENDS_ON =
            Attribute.of("endsOn", DATE, planned(Planning::endsOn)).writable();
    static final Attribute<Project, Duration> TIME_BUDGET =
            Attribute.of("timeBudget", DURATION, planned(Planning::timeBudget)).writable();
    static final Attribute<Project, Boolean> BILLABLE_BY_DEFAULT =
            Attribute.of("billableByDefault", BOOLEAN, planned(Planning::billableByDefault))
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<Project, String> COLOR =
            Attribute.of("color", STRING, planned(Planning::color)).writable();
    static final Attribute<Project, List<String>> TAGS =
            Attribute.of("tags", STRINGS, planned(Planning::tags)).writable();
    static final Attribute<Project, Planning.Certainty> CERTAINTY =
            Attribute.of(
                            "certainty",
                            Types.word(Planning.Certainty.class),
                            planned(Planning::certainty))
                    .writable()
                    .required()
                    .withDefault();

    static final Description<Project> PROJECT =
            Description.<Project>of("Project")
                    .with(ID, IDENTIFIER, NAME, ACTIVE, PUBLIC, DESCRIPTION)
                    .with(CREATED_AT, UPDATED_AT, STATUS_EXPLANATION, PARENT, STATUS)
                    .with(CODE, STARTS_ON, ENDS_ON, TIME_BUDGET, BILLABLE_BY_DEFAULT)
                    .with(COLOR, TAGS, CERTAINTY, CLIENT)
                    .filters(
                            Filter.of("id", Filters.reference("p.id")),
                            Filter.of("name", Filters.text("p.name")),
                            Filter.of("nameAndIdentifier", Filters.text("p.name", "p.identifier"))
                                    .or("typeahead"),
                            Filter.of("active", Filters.flag("p.active")),
                            Filter.of("public", Filters.flag("p.public")),
                            Filter.of("parent", known("p.parent_id")),
                            Filter.of("ancestor", ProjectHal::below),
                            Filter.of("principal", ProjectHal::withMember),
                            Filter.of("projectStatusCode", Filters.optionalWord("p.status")),
                            Filter.of(
                                    "client",
                                    Filters.optionalReference("p.client_id", Access.SIGNED_IN)),
                            Filter.of("code", Filters.optionalWord("p.code")),
                            Filter.of("startsOn", Filters.date("p.starts_on")),
                            Filter.of("endsOn", Filters.date("p.ends_on")),
                            Filter.of("certainty", Filters.word("p.certainty")),
                            Filter.of("tags", Tags.filter("project_tag", "project_id", "p.id"))
                                    .or("tag"),
                            Filter.of("createdAt", Filters.time("p.created_at")),
                            Filter.of("updatedAt", Filters.time("p.updated_at")))
                    .filters(ProjectFilters.FURTHER)
                    .sorts(
                            Sort.by("id", "p.id"),
                            Sort.by("name", "p.name"),
                            Sort.by("identifier", "p.identifier"),
                            Sort.by("typeahead", "p.name"),
                            Sort.by("public", "p.public"),
                            Sort.byNullable("code", "p.code"),
                            Sort.byNullable("startsOn", "p.starts_on"),
                            Sort.byNullable("endsOn", "p.ends_on"),
                            Sort.by("latestActivityAt", ProjectFilters.LATEST_ACTIVITY),
                            Sort.by("requiredDiskSpace", ProjectFilters.DISK_SPACE),
                            Sort.by("createdAt", "p.created_at"),
                            Sort.by("updatedAt", "p.updated_at"));

    private ProjectHal() {}

    /** A project among others, or inside another resource. */
    public static Document of(Project project, Rights rights) {
        long id = project.id();
        var self = "/api/v3/projects/" + id;
        var document =
                PROJECT.document(project)
                        .link("self", Link.to(self, project.name()))
                        .link("schema", Link.to("/api/v3/projects/schema"))
                        .link("workPackages", Link.to(self + "/work_packages"))
                        .link("categories", Link.to(self + "/categories"))
                        .link("versions", Link.to(self + "/versions"))
                        .link("taskLists", Link.to(self + "/task_lists"))
                        .links("storages", List.of())
                        .link("projectStorages", Link.to(listOf("project_storages", id)))
                        .link("types", Link.to(self + "/types"))
                        .link("memberships", Link.to(listOf("memberships", id)))
                        .link("comments", Link.to(self + "/comments"))
                        .links(
                                "ancestors",
                                project.ancestors().stream().map(rights::project).toList());
        var parent = project.parent();
        if (parent != null) {
            document.link("parent", rights.project(parent));
        }
        if (project.client() != null && !seesClient(rights)) {
            document.link("client", Link.undisclosed());
        }
        if (rights.may(Permission.ADD_WORK_PACKAGES, id)) {
            document.link("createWorkPackage", Link.action(self + "/work_packages/form", "post"))
                    .link(
                            "createWorkPackageImmediately",
                            Link.action(self + "/work_packages", "post"));
        }
        if (rights.may(Permission.EDIT_PROJECT, id)) {
            document.link("update", Link.action(self + "/form", "post"))
                    .link("updateImmediately", Link.action(self, "patch"));
        }
        if (rights.actor().isAdmin()) {
            document.link("delete", Link.action(self, "delete"));
        }
        return document;
    }

    /** A page of projects. */
    public static Document page(Listing listing, Seen<Found<Project>> seen) {
        var elements =
                seen.what().elements().stream().map(project -> of(project, seen.rights())).toList();
        return listing.collection(seen.what().total(), elements);
    }

    /** A project by itself, with what it embeds. */
    public static Document single(ProjectDetail detail, Rights rights) {
        var document = of(detail.project(), rights);
        var parent = detail.parent();
        if (parent != null && rights.sees(parent.id())) {
            document.embed("parent", of(parent, rights));
        }
        var client = detail.client();
        if (client != null && seesClient(rights)) {
            document.embed("client", ClientHal.of(client, rights.actor().isAdmin()));
        }
        var status = detail.project().status();
        return status == null ? document : document.embed("status", status(status));
    }

    /** Who sees a project sees for whom it is done, if it is known who that is. */
    private static boolean seesClient(Rights rights) {
        return !rights.actor().isAnonymous();
    }

    /** Whether it is a favorite of who asks, and the way to change that. */
    static Document addFavorite(Document document, long id, Actor actor, boolean favorite) {
        document.put("favorited", favorite);
        if (actor.isAnonymous()) {
            return document;
        }
        var path = "/api/v3/projects/" + id + "/favorite";
        return favorite
                ? document.link("disfavor", Link.action(path, "delete"))
                : document.link("favor", Link.action(path, "post"));
    }

    static Document status(ProjectStatus status) {
        return new Document("ProjectStatus")
                .put("id", status.code())
                .put("name", status.title())
                .link("self", Link.to("/api/v3/project_statuses/" + status.code(), status.title()));
    }

    private static <V> Function<Project, @Nullable V> planned(
            Function<Planning, @Nullable V> part) {
        return project -> part.apply(project.planning());
    }

    private static String listOf(String collection, long id) {
        return "/api/v3/"
                + collection
                + "?filters=%5B%7B%22project%22%3A%7B%22operator%22%3A%22%3D%22%2C"
                + "%22values%22%3A%5B%22"
                + id
                + "%22%5D%7D%7D%5D";
    }

    /** The filter for projects in {@code column}, as far as who asks may see them. */
    public static Filter.Meaning known(String column) {
        return Filters.optionalReference(column, Access.projects(column, Permission.VIEW_PROJECT));
    }

    /** The filter for projects in {@code column} by number or identifier. */
    public static Filter.Meaning named(String column) {
        return named(column, Filters.reference(column));
    }

    /** The same, where there may be none. */
    public static Filter.Meaning optionallyNamed(String column) {
        return named(column, Filters.optionalReference(column));
    }

    private static Filter.Meaning named(String column, Filter.Meaning numbered) {
        return terms ->
                List.of("=", "!").contains(terms.operator())
                                && terms.values().stream().anyMatch(ProjectHal::isIdentifier)
                        ? byIdentifier(column, terms)
                        : numbered.sql(terms);
    }

    private static boolean isIdentifier(String value) {
        return !NUMBER.matcher(value).matches();
    }

    private static String byIdentifier(String column, Terms terms) {
        String ids =
                """
                (select j.id from project j
                  where cast(j.id as text) in (%1$s) or j.identifier in (%1$s))\
                """
                        .formatted(terms.bind(terms.values()));
        return terms.operator().equals("=")
                ? column + " in " + ids
                : "(%1$s is null or %1$s not in %2$s)".formatted(column, ids);
    }

    private static String below(Terms terms) {
        requireEquals(terms);
        return """
        p.id in (
          with recursive below (id) as (
            select c.id from project c where %s
            union all
            select c.id from project c join below b on c.parent_id = b.id)
          select id from below)\
        """
                .formatted(known("c.parent_id").sql(terms));
    }

    private static String withMember(Terms terms) {
        requireEquals(terms);
        return """
        p.id in (
          select m.project_id from member m where {members} and %s
          union all
          select m.project_id
            from group_member gm join member m on m.user_id = gm.group_id where {members} and %s)\
        """
                .replace("{members}", Access.projects("m.project_id", Permission.VIEW_MEMBERS))
                .formatted(
                        Filters.person("m.user_id").sql(terms),
                        Filters.person("gm.user_id").sql(terms));
    }

    private static void requireEquals(Terms terms) {
        if (!terms.operator().equals("=")) {
            throw terms.unknownOperator();
        }
    }

    static List<Shape> shapes() {
        return List.of(
                PROJECT.shape()
                        .links("self", "schema", "workPackages", "categories", "versions", "types")
                        .links("memberships", "comments", "ancestors[]", "createWorkPackage")
                        .links("createWorkPackageImmediately", "update", "updateImmediately")
                        .links("delete", "favor", "disfavor")
                        .links("taskLists", "storages[]", "projectStorages")
                        .optional("favorited", BOOLEAN)
                        .embeds("parent", "Project")
                        .embeds("client", "Client")
                        .embeds("status", "ProjectStatus"),
                PROJECT.writeShape(),
                Shape.of("ProjectStatus")
                        .property("id", STRING)
                        .property("name", STRING)
                        .links("self"));
    }
}
