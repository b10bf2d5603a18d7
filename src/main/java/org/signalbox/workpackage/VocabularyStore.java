package org.signalbox.workpackage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Micros;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/**
 * The types, statuses and priorities there are. They come with the installation, and none is added
 * or changed while it runs.
 */
@Component
final class VocabularyStore {

    private static final String TYPES =
            """
            select id, name, color, position, is_default, is_milestone, created_at, updated_at
              from type order by position
            """;

    private static final String STATUSES =
            """
            select id, name, color, position, is_default, is_closed, is_readonly,
                   excluded_from_totals, default_done_ratio
              from status order by position
            """;

    private static final String PRIORITIES =
            """
            select id, name, color, position, is_default, is_active
              from priority order by position
            """;

    private volatile @Nullable Vocabulary all;

    /** All of them, read when they are first asked for. */
    Vocabulary all(View view) {
        var known = all;
        if (known == null) {
            known = new Vocabulary(types(view), statuses(view), priorities(view));
            all = known;
        }
        return known;
    }

    List<WorkPackageType> types(View view) {
        return view.sql(TYPES).query((rs, _) -> type(rs)).list();
    }

    List<Status> statuses(View view) {
        return view.sql(STATUSES).query((rs, _) -> status(rs)).list();
    }

    List<Priority> priorities(View view) {
        return view.sql(PRIORITIES).query((rs, _) -> priority(rs)).list();
    }

    private static WorkPackageType type(ResultSet row) throws SQLException {
        return new WorkPackageType(
                row.getLong("id"),
                row.getString("name"),
                row.getString("color"),
                row.getInt("position"),
                row.getBoolean("is_default"),
                row.getBoolean("is_milestone"),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }

    private static Status status(ResultSet row) throws SQLException {
        int ratio = row.getInt("default_done_ratio");
        boolean noRatio = row.wasNull();
        return new Status(
                row.getLong("id"),
                row.getString("name"),
                row.getString("color"),
                row.getInt("position"),
                row.getBoolean("is_default"),
                row.getBoolean("is_closed"),
                row.getBoolean("is_readonly"),
                row.getBoolean("excluded_from_totals"),
                noRatio ? null : Integer.valueOf(ratio));
    }

    private static Priority priority(ResultSet row) throws SQLException {
        return new Priority(
                row.getLong("id"),
                row.getString("name"),
                row.getString("color"),
                row.getInt("position"),
                row.getBoolean("is_default"),
                row.getBoolean("is_active"));
    }
}
