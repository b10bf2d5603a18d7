package org.signalbox.account;

import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Terms;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;

/** People, groups and placeholders in the API. */
public final class PrincipalHal {

    /** How other resources link to a principal of whatever kind. */
    public static final Type<Reference> LINK =
            Types.link("User", List.of("users", "groups", "placeholder_users"));

    static final String FULL_NAME = "trim(u.first_name || ' ' || u.last_name)";

    /** Administrators also find people by what only they may see. */
    public static final Filter.Meaning ANY_NAME =
            Filters.text(
                    FULL_NAME,
                    "case when :actorAdmin then u.login else '' end",
                    "case when :actorAdmin then u.email else '' end");

    static final Attribute<Group, String> GROUP_NAME =
            Attribute.of("name", STRING, Group::name).writable().required().length(1, 256);
    static final Attribute<Group, List<Reference>> MEMBERS =
            Attribute.of("members", Types.links("User", "users"), Group::members).writable();
    static final Attribute<PlaceholderUser, String> PLACEHOLDER_NAME =
            Attribute.of("name", STRING, PlaceholderUser::name)
                    .writable()
                    .required()
                    .length(1, 256);

    static final Description<Group> GROUPS =
            Description.<Group>of(PrincipalKind.GROUP.type())
                    .with(
                            Attribute.of("id", INTEGER, Group::id),
                            GROUP_NAME,
                            Attribute.of("createdAt", DATE_TIME, Group::createdAt),
                            Attribute.of("updatedAt", DATE_TIME, Group::updatedAt),
                            MEMBERS)
                    .filters(filters())
                    .sorts(sorts());

    static final Description<PlaceholderUser> PLACEHOLDERS =
            Description.<PlaceholderUser>of(PrincipalKind.PLACEHOLDER_USER.type())
                    .with(
                            Attribute.of("id", INTEGER, PlaceholderUser::id),
                            PLACEHOLDER_NAME,
                            Attribute.of("createdAt", DATE_TIME, PlaceholderUser::createdAt),
                            Attribute.of("updatedAt", DATE_TIME, PlaceholderUser::updatedAt))
                    .filters(filters())
                    .sorts(sorts());

    /** What everybody may ask of those they know. */
    static final Description<Principal> PRINCIPALS =
            Description.<Principal>of("Principal")
                    .filters(filters())
                    .filters(
                            Filter.of("type", PrincipalHal::type),
                            Filter.of("member", PrincipalHal::member))
                    .sorts(sorts());

    private PrincipalHal() {}

    /** A principal as this viewer may see it. */
    public static Document document(Principal principal, Rights rights) {
        return switch (principal) {
            case User user -> UserHal.document(user, rights.actor());
            case Group group -> document(group, rights);
            case PlaceholderUser placeholder -> document(placeholder, rights.actor());
        };
    }

    /** A group, with those of its members whom the viewer may know. */
    public static Document document(Group group, Rights rights) {
        Group shown =
                group.with(
                        group.members().stream()
                                .filter(member -> rights.seesUser(member.id()))
                                .toList());
        return withLinks(GROUPS.document(shown), group, rights.actor());
    }

    /** The same, a group with its members as far as they are among these. */
    static Document document(Principal principal, Map<Long, Principal> people, Rights rights) {
        var document = document(principal, rights);
        if (!(principal instanceof Group group)) {
            return document;
        }
        var members = new ArrayList<Document>();
        for (Reference member : group.members()) {
            var person = people.get(member.id());
            if (person != null) {
                members.add(document(person, rights));
            }
        }
        return document.embed("members", members);
    }

    public static Document document(PlaceholderUser placeholder, Actor viewer) {
        Document document = PLACEHOLDERS.document(placeholder);
        if (viewer.isAdmin()) {
            document.put("status", UserStatus.ACTIVE.word());
        }
        String page = "/placeholder_users/" + placeholder.id();
        return withLinks(document, placeholder, viewer)
                .link("showUser", Link.to(page).ofType("text/html"));
    }

    /** Where the list of somebody's memberships is. */
    static Link memberships(long id) {
        return Link.to(
                "/api/v3/memberships?filters=%5B%7B%22principal%22%3A%7B%22operator%22%3A%22%3D%22"
                        + "%2C%22values%22%3A%5B%22"
                        + id
                        + "%22%5D%7D%7D%5D",
                "Memberships");
    }

    /** A link to a principal of whatever kind. */
    public static Link link(Reference principal) {
        String collection = principal.collection();
        return Link.to(
                "/api/v3/" + (collection == null ? "users" : collection) + "/" + principal.id(),
                principal.title());
    }

    static String path(Principal principal) {
        return principal.kindOf().path() + "/" + principal.id();
    }

    private static Document withLinks(Document document, Principal principal, Actor viewer) {
        String self = path(principal);
        document.link("self", Link.to(self, principal.name()))
                .link("memberships", memberships(principal.id()));
        return viewer.isAdmin()
                ? document.link("updateImmediately", Link.action(self, "patch"))
                        .link("delete", Link.action(self, "delete"))
                : document;
    }

    private static Filter[] filters() {
        return new Filter[] {
            Filter.of("id", Filters.person("u.id")),
            Filter.of("name", Filters.text(FULL_NAME)),
            Filter.of("anyNameAttribute", ANY_NAME).or("typeahead"),
            Filter.of("status", UserHal::status),
            Filter.of("group", inGroup("u.id")),
        };
    }

    private static Sort[] sorts() {
        return new Sort[] {
            Sort.by("id", "u.id"),
            Sort.by("name", "lower(" + FULL_NAME + ")"),
            Sort.by("firstName", "lower(u.first_name)"),
            Sort.by("lastName", "lower(u.last_name)"),
            Sort.by("createdAt", "u.created_at"),
            Sort.by("updatedAt", "u.updated_at"),
        };
    }

    /** The filter for people in {@code column}, as far as who asks may know them. */
    public static Filter.Meaning known(String column) {
        return Filters.person(column, Access.users(column));
    }

    /**
     * The filter for people who are in groups; {@code column} holds a person's id. Groups and
     * members that one may not know find nothing.
     */
    public static Filter.Meaning inGroup(String column) {
        return terms -> {
            String members =
                    "(select gm.user_id from group_member gm where %s and %s"
                            .formatted(Access.users("gm.group_id"), Access.users("gm.user_id"));
            return switch (terms.operator()) {
                case "=" ->
                        "%s in %s and gm.group_id in (%s))"
                                .formatted(column, members, terms.bind(terms.ids()));
                case "!" ->
                        "(%1$s is null or %1$s not in %2$s and gm.group_id in (%3$s)))"
                                .formatted(column, members, terms.bind(terms.ids()));
                case "*" -> "%s in %s)".formatted(column, members);
                case "!*" -> "(%1$s is null or %1$s not in %2$s))".formatted(column, members);
                default -> throw terms.unknownOperator();
            };
        };
    }

    private static String type(Terms terms) {
        List<String> words =
                terms.values().stream()
                        .map(value ->
                                PrincipalKind.ofType(value).orElseThrow(terms::invalid).word())
                        .toList();
        if (words.isEmpty()) {
            throw terms.invalid();
        }
        return switch (terms.operator()) {
            case "=" -> "u.kind in (" + terms.bind(words) + ")";
            case "!" -> "u.kind not in (" + terms.bind(words) + ")";
            default -> throw terms.unknownOperator();
        };
    }

    /** Members of these projects, themselves or as members of a group, where one may see that. */
    private static String member(Terms terms) {
        return switch (terms.operator()) {
            case "=" -> "u.id in " + members(in(terms));
            case "!" -> "u.id not in " + members(in(terms));
            case "*" -> "u.id in " + members("1 = 1");
            case "!*" -> "u.id not in " + members("1 = 1");
            default -> throw terms.unknownOperator();
        };
    }

    private static String in(Terms terms) {
        return "m.project_id in (" + terms.bind(terms.ids()) + ")";
    }

    private static String members(String projects) {
        String from = projects + " and " + Access.projects("m.project_id", Permission.VIEW_MEMBERS);
        return "(select m.user_id from member m where "
                + from
                + " union select gm.user_id from member m"
                + " join group_member gm on gm.group_id = m.user_id where "
                + from
                + ")";
    }

    static List<Shape> shapes() {
        return List.of(
                GROUPS.shape()
                        .partly()
                        .optional("status", STRING)
                        .links("self", "memberships", "updateImmediately", "delete", "members[]")
                        .links("showUser")
                        .embeds("members", "Principal[]"),
                GROUPS.writeShape(),
                PLACEHOLDERS
                        .shape()
                        .partly()
                        .optional("status", STRING)
                        .links("self", "memberships", "updateImmediately", "delete", "showUser"),
                PLACEHOLDERS.writeShape(),
                Shape.either(
                                "Principal",
                                Shape.ref("User"),
                                Shape.ref(PrincipalKind.GROUP.type()),
                                Shape.ref(PrincipalKind.PLACEHOLDER_USER.type()))
                        .of(PRINCIPALS));
    }
}
