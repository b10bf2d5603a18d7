package org.signalbox.timeentry;

import java.util.List;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The activities there are. They come with the installation. */
@Component
final class ActivityStore {

    private static final String ALL =
            """
            select id, name, position, is_default from activity order by position
            """;

    List<Activity> all(View view) {
        return view.sql(ALL)
                .query((rs, _) ->
                        new Activity(
                                rs.getLong("id"),
                                rs.getString("name"),
                                rs.getInt("position"),
                                rs.getBoolean("is_default")))
                .list();
    }
}
