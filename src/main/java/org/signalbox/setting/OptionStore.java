package org.signalbox.setting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of the options: the one row of {@code api_setting}. Origins stand there one a line. */
@Component
final class OptionStore {

    private static final String SELECT =
            """
            select s.*, trim(u.first_name || ' ' || u.last_name) as changed_by_name
              from api_setting s
              left join users u on u.id = s.changed_by
            """;

    /** On PostgreSQL the first of two who change at once is waited for. */
    private static final String UPDATE =
            """
            update api_setting
               set version = version + 1, rest_enabled = :rest, max_page_size = :pageSize,
                   docs_enabled = :docs, cors_enabled = :cors, cors_origins = :origins,
                   changed_at = :at, changed_by = :by
             where version = :version
            """;

    SavedOptions saved(View view) {
        return view.sql(SELECT).query((row, _) -> saved(row)).single();
    }

    /** Whether that was still the version. */
    boolean update(Tx tx, ApiOptions options, long version, Instant at, @Nullable Long by) {
        return tx.sql(UPDATE)
                        .param("rest", options.restEnabled())
                        .param("pageSize", options.maxPageSize())
                        .param("docs", options.docsEnabled())
                        .param("cors", options.corsEnabled())
                        .param("origins", String.join("\n", options.corsOrigins()))
                        .param("at", Micros.of(at))
                        .param("by", by)
                        .param("version", version)
                        .update()
                > 0;
    }

    private static SavedOptions saved(ResultSet row) throws SQLException {
        var options =
                new ApiOptions(
                        row.getBoolean("rest_enabled"),
                        row.getInt("max_page_size"),
                        row.getBoolean("docs_enabled"),
                        row.getBoolean("cors_enabled"),
                        lines(row.getString("cors_origins")));
        Instant changedAt =
                row.getObject("changed_at") == null ? null : Micros.at(row.getLong("changed_at"));
        return new SavedOptions(
                options, row.getLong("version"), changedAt, row.getString("changed_by_name"));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
