package org.signalbox.account;

import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.util.List;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Terms;
import tools.jackson.databind.node.JsonNodeFactory;

/** Roles in the API. */
public final class RoleHal {
    static final Description<Role> ROLES =
            Description.<Role>of("Role")
                    .with(
                            Attribute.of("id", INTEGER, Role::id),
                            Attribute.of("name", STRING, Role::name))
                    .filters(
                            Filter.of("grantable", Filters.flag("(r.kind <> 'builtin')")),
                            Filter.of("unit", RoleHal::unit))
                    .sorts(Sort.by("id", "r.id"), Sort.by("name", "r.name"));

    private RoleHal() {}

    public static Document document(Role role) {
        return ROLES.document(role).link("self", link(role));
    }

    static Document single(Role role, List<String> permissions) {
        var words = JsonNodeFactory.instance.arrayNode();
        permissions.forEach(words::add);
        return document(role).put("permissions", words);
    }

    static Link link(Role role) {
        return Link.to("/api/v3/roles/" + role.id(), role.name());
    }

    /** Where a role applies: in projects, or in the whole system. */
    private static String unit(Terms terms) {
        String kind =
                switch (terms.value()) {
                    case "project" -> "r.kind <> 'global'";
                    case "system" -> "r.kind = 'global'";
                    default -> throw terms.invalid();
                };
        return switch (terms.operator()) {
            case "=" -> kind;
            case "!" -> "not (" + kind + ")";
            default -> throw terms.unknownOperator();
        };
    }
}
