package org.signalbox.workpackage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.PrincipalKind;
import org.signalbox.hal.Reference;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Adds work packages up, in one statement for all groups. */
@Component
final class TotalStore {

    private static final String SUMS =
            """
            count(*) as amount, sum(w.estimated_seconds) as estimated,
                   sum(w.remaining_seconds) as remaining
              from work_package w
            """;

    Total all(View view, Scope scope) {
        return view.sql("select " + SUMS + scope.where())
                .params(scope.parameters())
                .query((rs, _) -> total(rs, null))
                .single();
    }

    List<Total> groups(View view, Scope scope, Grouping by) {
        String keys = by.ofPrincipals() ? by.id() + ", " + by.kind() : by.id();
        return view.sql(
                        "select %s as id, %s as title, %s as kind, "
                                        .formatted(by.id(), by.title(), by.kind())
                                + SUMS
                                + Joins.of(by.title() + by.order())
                                + scope.where()
                                + " group by %s, %s, %s".formatted(keys, by.title(), by.order())
                                + " order by "
                                + by.first())
                .params(scope.parameters())
                .query((rs, _) -> total(rs, value(rs)))
                .list();
    }

    private static @Nullable Reference value(ResultSet rs) throws SQLException {
        String title = rs.getString("title");
        String kind = rs.getString("kind");
        if (title == null) {
            return null;
        }
        return kind == null
                ? new Reference(rs.getLong("id"), title)
                : PrincipalKind.ofWord(kind).reference(rs.getLong("id"), title);
    }

    private static Total total(ResultSet rs, @Nullable Reference value) throws SQLException {
        return new Total(
                value, rs.getLong("amount"), duration(rs, "estimated"), duration(rs, "remaining"));
    }

    private static @Nullable Duration duration(ResultSet rs, String column) throws SQLException {
        long seconds = rs.getLong(column);
        return rs.wasNull() ? null : Duration.ofSeconds(seconds);
    }
}
