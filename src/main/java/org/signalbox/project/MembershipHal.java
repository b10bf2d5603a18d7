package org.signalbox.project;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.MARKDOWN;

import java.util.List;
import org.signalbox.account.Permission;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Rights;
import org.signalbox.account.RoleHal;
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

/** Memberships in the API. */
public final class MembershipHal {
    private static final String NAME = "trim(u.first_name || ' ' || u.last_name)";

    static final Attribute<Membership, Reference> PROJECT =
            Attribute.of("project", ProjectHal.LINK, Membership::project)
                    .writableOnCreate()
                    .from(Choices.at("/api/v3/memberships/available_projects"));
    static final Attribute<Membership, Reference> PRINCIPAL =
            Attribute.of("principal", PrincipalHal.LINK, Membership::principal)
                    .writableOnCreate()
                    .required()
                    .from(MembershipCircumstances.class, MembershipCircumstances::principals);
    static final Attribute<Membership, List<Reference>> ROLES =
            Attribute.of("roles", Types.links("Role", "roles"), Membership::roles)
                    .writable()
                    .requiredByRules()
                    .from(MembershipCircumstances.class, MembershipCircumstances::roles);

    /** Taken, because clients send it; nobody is told by e-mail. */
    private static final Attribute<Membership, String> NOTIFICATION_MESSAGE =
            Attribute.<Membership, String>of("notificationMessage", MARKDOWN, _ -> null)
                    .untracked()
                    .meta();

    private static final Attribute<Membership, Boolean> SEND_NOTIFICATIONS =
            Attribute.<Membership, Boolean>of("sendNotifications", BOOLEAN, _ -> null)
                    .untracked()
                    .meta();

    static final Description<Membership> MEMBERSHIP =
            Description.<Membership>of("Membership")
                    .with(
                            Attribute.of("id", INTEGER, Membership::id),
                            Attribute.of("createdAt", DATE_TIME, Membership::createdAt),
                            Attribute.of("updatedAt", DATE_TIME, Membership::updatedAt),
                            PROJECT,
                            PRINCIPAL,
                            ROLES,
                            NOTIFICATION_MESSAGE,
                            SEND_NOTIFICATIONS)
                    .filters(
                            Filter.of("id", Filters.reference("m.id")),
                            Filter.of("project", ProjectHal.optionallyNamed("m.project_id")),
                            Filter.of("principal", Filters.person("m.user_id")).or("user"),
                            Filter.of("role", MembershipHal::role),
                            Filter.of("group", PrincipalHal.inGroup("m.user_id")),
                            Filter.of("status", UserHal::status),
                            Filter.of("blocked", Filters.flag("(u.status = 'locked')")),
                            Filter.of("name", Filters.text(NAME)),
                            Filter.of("anyNameAttribute", PrincipalHal.ANY_NAME),
                            Filter.of("createdAt", Filters.time("m.created_at")),
                            Filter.of("updatedAt", Filters.time("m.updated_at")))
                    .sorts(
                            Sort.by("id", "m.id"),
                            Sort.by("name", "lower(" + NAME + ")"),
                            Sort.byNullable("email", "nullif(lower(u.email), '')"),
                            Sort.by("status", "u.status"),
                            Sort.by("createdAt", "m.created_at"),
                            Sort.by("updatedAt", "m.updated_at"));

    private MembershipHal() {}

    /** A membership among others. */
    public static Document of(Membership membership, Rights rights) {
        String self = "/api/v3/memberships/" + membership.id();
        Document document =
                MEMBERSHIP
                        .document(membership)
                        .link("self", Link.to(self, membership.principal().title()))
                        .link("schema", Link.to("/api/v3/memberships/schema"));
        return mayChange(membership, rights)
                ? document.link("update", Link.action(self + "/form", "post"))
                        .link("updateImmediately", Link.action(self, "patch"))
                        .link("delete", Link.action(self, "delete"))
                : document;
    }

    /** A membership by itself, with what it embeds. */
    public static Document single(MembershipDetail detail, Rights rights) {
        Document document = of(detail.membership(), rights);
        Project project = detail.project();
        if (project != null && rights.sees(project.id())) {
            document.embed("project", ProjectHal.of(project, rights));
        }
        return document.embed("principal", PrincipalHal.document(detail.principal(), rights))
                .embed("roles", detail.roles().stream().map(RoleHal::document).toList());
    }

    private static boolean mayChange(Membership membership, Rights rights) {
        Reference project = membership.project();
        return project == null
                ? rights.actor().isAdmin()
                : rights.may(Permission.MANAGE_MEMBERS, project.id());
    }

    private static String role(Terms terms) {
        String holders = "(select mr.member_id from member_role mr where mr.role_id in (%s))";
        return switch (terms.operator()) {
            case "=" -> "m.id in " + holders.formatted(terms.bind(terms.ids()));
            case "!" -> "m.id not in " + holders.formatted(terms.bind(terms.ids()));
            default -> throw terms.unknownOperator();
        };
    }

    static List<Shape> shapes() {
        return List.of(
                MEMBERSHIP
                        .shape()
                        .links("self", "schema", "update", "updateImmediately", "delete")
                        .embeds("project", "Project")
                        .embeds("principal", "Principal")
                        .embeds("roles", "Role[]"),
                MEMBERSHIP.writeShape());
    }
}
