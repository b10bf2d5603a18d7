package org.signalbox.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

@Component
final class RoleStore {

    List<Role> all(View view) {
        return view.sql("select id, name, kind from role order by position")
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
