package org.signalbox.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalbox.hal.Selection;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

@Component
final class RoleStore {

    List<Role> list(View view, Selection selection) {
        return view.sql(
                        """
                        select r.id, r.name, r.kind from role r where %s order by %s
                        """
                                .formatted(selection.condition(), selection.order()))
                .params(selection.parameters())
                .query((rs, _) -> role(rs))
                .list();
    }

    List<Role> all(View view, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : view.sql(
                                """
                                select id, name, kind from role where id in (:ids) order by position
                                """)
                        .param("ids", ids)
                        .query((rs, _) -> role(rs))
                        .list();
    }

    List<Role> ofProjects(View view) {
        return view.sql("select id, name, kind from role where kind = 'project' order by position")
                .query((rs, _) -> role(rs))
                .list();
    }

    Optional<Role> find(View view, long id) {
        return view.sql("select id, name, kind from role where id = :id")
                .param("id", id)
                .query((rs, _) -> role(rs))
                .optional();
    }

    List<String> permissions(View view, long id) {
        return view.sql(
                        """
                        select permission from role_permission where role_id = :id order by permission
                        """)
                .param("id", id)
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    private static Role role(ResultSet rs) throws SQLException {
        return new Role(
                rs.getLong("id"), rs.getString("name"), Role.Kind.ofWord(rs.getString("kind")));
    }
}
