package org.signalbox.capability;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Action;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.PrincipalKind;
import org.signalbox.hal.Found;
import org.signalbox.hal.Reference;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/**
 * Asks the member tables who may do what. What is asked for stands in each part of the union, so
 * that each begins with an index.
 */
@Component
final class CapabilityStore {

    /** Stands for the permission of what only administrators may; no role has it. */
    private static final String ADMINISTRATION = "administration";

    private static final String GRANTS =
            """
            select m.user_id as principal_id, m.project_id, a.id as action_id
              from member m
              join member_role mr on mr.member_id = m.id
              join role_permission rp on rp.role_id = mr.role_id
              join action a on a.permission = rp.permission
             where {principal m.user_id} and {context m.project_id}
            union
            select gm.user_id, m.project_id, a.id
              from group_member gm
              join member m on m.user_id = gm.group_id
              join member_role mr on mr.member_id = m.id
              join role_permission rp on rp.role_id = mr.role_id
              join action a on a.permission = rp.permission
             where {principal gm.user_id} and {context m.project_id}
            union
            select u.id, p.id, a.id
              from users u
              cross join project p
              cross join action a
              join role_permission rp on rp.permission = a.permission and rp.role_id = 1
             where u.kind = 'user' and p.public and {principal u.id} and {context p.id}
            union
            select u.id, p.id, a.id
              from users u
              cross join project p
              cross join action a
             where u.admin and a.permission not in ('', {globals})
               and {principal u.id} and {context p.id}
            union
            select u.id, cast(null as bigint), a.id
              from users u
              cross join action a
             where u.admin and a.permission in ({globals}) and {principal u.id} and {global}
            union
            select u.id, cast(null as bigint), a.id
              from users u
              cross join action a
             where u.kind = 'user' and a.permission = '' and {principal u.id} and {global}
            """
                    .replace("{globals}", globals());

    private static final String FROM =
            """
              from ({grants}) g
              join users u on u.id = g.principal_id
              left join project p on p.id = g.project_id
             where u.status not in ('deleted', 'locked') and %s and (
                   g.project_id is null or (p.active and %s))
            """
                    .formatted(
                            Access.users("u.id"),
                            Access.projects("g.project_id", Permission.VIEW_PROJECT));

    private static final String NAMED =
            """
            select g.action_id, g.project_id, p.name as project, g.principal_id, u.kind,
                   trim(u.first_name || ' ' || u.last_name) as principal
            """;

    private static final String PAGE =
            """
             order by g.action_id {way}, g.project_id {way} nulls first, g.principal_id {way}
             limit :limit offset :skip
            """;

    Found<Capability> list(
            View view,
            Actor actor,
            CapabilityQuery query,
            boolean descending,
            int limit,
            long skip) {
        if (query.actions().isEmpty()) {
            return new Found<>(0, List.of());
        }
        String actions = actions(query);
        String from = FROM.replace("{grants}", grants(query));
        var parameters = new HashMap<>(actor.params());
        parameters.put("principals", query.principals() == null ? List.of() : query.principals());
        parameters.put("projects", query.projects() == null ? List.of() : query.projects());
        parameters.put("limit", limit);
        parameters.put("skip", skip);
        long total =
                view.sql(actions + "select count(*)" + from)
                        .params(parameters)
                        .query((rs, _) -> rs.getLong(1))
                        .single();
        String order = PAGE.replace("{way}", descending ? "desc" : "asc");
        List<Capability> page =
                view.sql(actions + NAMED + from + order)
                        .params(parameters)
                        .query((rs, _) -> capability(rs))
                        .list();
        return new Found<>(total, page);
    }

    private static String globals() {
        return Stream.concat(
                        Arrays.stream(Permission.values())
                                .filter(Permission::global)
                                .map(Permission::word),
                        Stream.of(ADMINISTRATION))
                .map(word -> "'" + word + "'")
                .collect(joining(", "));
    }

    /**
     * The actions asked for with the permissions that allow them, an empty one where none is
     * needed; all of it text of the code.
     */
    private static String actions(CapabilityQuery query) {
        return Action.ALL.stream()
                .filter(action -> query.actions().contains(action.id()))
                .flatMap(action ->
                        words(action).map(word -> "('%s', '%s')".formatted(action.id(), word)))
                .collect(joining(", ", "with action (id, permission) as (values ", ") "));
    }

    private static Stream<String> words(Action action) {
        if (action.administration()) {
            return Stream.of(ADMINISTRATION);
        }
        return action.permissions().isEmpty()
                ? Stream.of("")
                : action.permissions().stream().map(Permission::word);
    }

    private static String grants(CapabilityQuery query) {
        String grants = GRANTS.replace("{global}", query.global() ? "1 = 1" : "1 = 0");
        for (String column : List.of("m.user_id", "gm.user_id", "u.id")) {
            grants =
                    grants.replace(
                            "{principal " + column + "}",
                            query.principals() == null ? "1 = 1" : column + " in (:principals)");
        }
        for (String column : List.of("m.project_id", "p.id")) {
            grants = grants.replace("{context " + column + "}", context(query, column));
        }
        return grants;
    }

    private static String context(CapabilityQuery query, String column) {
        List<Long> projects = query.projects();
        if (projects == null) {
            return "1 = 1";
        }
        String some = projects.isEmpty() ? "1 = 0" : column + " in (:projects)";
        return query.global() ? "(" + some + " or " + column + " is null)" : some;
    }

    private static Capability capability(ResultSet rs) throws SQLException {
        long project = rs.getLong("project_id");
        boolean global = rs.wasNull();
        @Nullable Reference context =
                global ? null : new Reference(project, rs.getString("project"));
        return new Capability(
                rs.getString("action_id"),
                context,
                PrincipalKind.ofWord(rs.getString("kind"))
                        .reference(rs.getLong("principal_id"), rs.getString("principal")));
    }
}
