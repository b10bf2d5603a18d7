package org.signalbox.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/**
 * The table {@code users} where it holds more than people, and {@code group_member}. The name of a
 * group or placeholder stands as its first name.
 */
@Component
final class PrincipalStore {

    private static final String MEMBERS =
            """
            select gm.group_id, u.id, trim(u.first_name || ' ' || u.last_name) as name
              from group_member gm
              join users u on u.id = gm.user_id
             where gm.group_id in (:groups)
             order by u.id
            """;

    private static final String INSERT =
            """
            insert into users (kind, login, first_name, last_name, email, admin, status, language,
                billable, created_at, updated_at)
            values (:kind, '', :name, '', '', false, 'active', 'en', false, :now, :now)
            returning id
            """;

    private static final String FORGET =
            """
            update users
               set first_name = 'Deleted', last_name = :what, status = 'deleted', updated_at = :now
             where id = :id
            """;

    private static final String NAME_TAKEN =
            """
            select 1
              from users
             where kind = :kind and status <> 'deleted' and lower(first_name) = lower(:name)
               and id <> :id
            """;

    Optional<Principal> find(View view, long id) {
        return all(view, List.of(id)).stream().findFirst();
    }

    /** Those of these that there are, by id. */
    List<Principal> all(View view, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : withMembers(
                        view,
                        view.sql(
                                        """
                                        select * from users
                                         where id in (:ids) and status <> 'deleted'
                                         order by id
                                        """)
                                .param("ids", ids)
                                .query((rs, _) -> principal(rs))
                                .list());
    }

    /** Those of the selection whom the actor may know; the selection may name the kinds. */
    Found<Principal> list(View view, Actor actor, Selection selection) {
        String from =
                " from users u where u.status <> 'deleted' and %s and %s"
                        .formatted(Access.users("u.id"), selection.condition());
        return ListStore.page(
                        view,
                        selection.with(actor.params()),
                        "select count(*)" + from,
                        "select u.*" + from,
                        (row, _) -> principal(row))
                .completed(page -> withMembers(view, page));
    }

    boolean nameTaken(View view, PrincipalKind kind, String name, long exceptId) {
        return view.sql(NAME_TAKEN)
                .param("kind", kind.word())
                .param("name", name)
                .param("id", exceptId)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    long insert(Tx tx, PrincipalKind kind, String name, Instant now) {
        return tx.sql(INSERT)
                .param("kind", kind.word())
                .param("name", name)
                .param("now", Micros.of(now))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void rename(Tx tx, long id, String name, Instant now) {
        tx.sql("update users set first_name = :name, updated_at = :now where id = :id")
                .param("id", id)
                .param("name", name)
                .param("now", Micros.of(now))
                .update();
    }

    /** Those of these ids that are people, by id. */
    List<Reference> people(View view, Collection<Long> ids) {
        return all(view, ids).stream()
                .filter(User.class::isInstance)
                .map(Principal::reference)
                .toList();
    }

    void setMembers(Tx tx, long groupId, Collection<Reference> members) {
        tx.sql("delete from group_member where group_id = :group").param("group", groupId).update();
        for (Reference member : members) {
            tx.sql("insert into group_member (group_id, user_id) values (:group, :user)")
                    .param("group", groupId)
                    .param("user", member.id())
                    .update();
        }
    }

    void leaveGroups(Tx tx, long userId) {
        tx.sql("delete from group_member where user_id = :user").param("user", userId).update();
    }

    /** Keeps the row for what refers to it, without its name. */
    void forget(Tx tx, Principal principal, Instant now) {
        tx.sql(FORGET)
                .param("id", principal.id())
                .param("what", principal.kindOf().word().replace('_', ' '))
                .param("now", Micros.of(now))
                .update();
    }

    private static List<Principal> withMembers(View view, List<Principal> principals) {
        List<Long> groups =
                principals.stream().filter(Group.class::isInstance).map(Principal::id).toList();
        if (groups.isEmpty()) {
            return principals;
        }
        Map<Long, List<Reference>> members = new HashMap<>();
        view.sql(MEMBERS)
                .param("groups", groups)
                .query(rs -> {
                    members.computeIfAbsent(rs.getLong("group_id"), _ -> new ArrayList<>())
                            .add(new Reference(rs.getLong("id"), rs.getString("name")));
                });
        return principals.stream()
                .map(one ->
                        one instanceof Group group
                                ? group.with(members.getOrDefault(group.id(), List.of()))
                                : one)
                .toList();
    }

    private static Principal principal(ResultSet rs) throws SQLException {
        return switch (PrincipalKind.ofWord(rs.getString("kind"))) {
            case USER -> UserStore.user(rs);
            case GROUP ->
                    new Group(
                            rs.getLong("id"),
                            rs.getString("first_name"),
                            List.of(),
                            Micros.at(rs.getLong("created_at")),
                            Micros.at(rs.getLong("updated_at")));
            case PLACEHOLDER_USER ->
                    new PlaceholderUser(
                            rs.getLong("id"),
                            rs.getString("first_name"),
                            Micros.at(rs.getLong("created_at")),
                            Micros.at(rs.getLong("updated_at")));
        };
    }
}
