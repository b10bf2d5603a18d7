package org.signalbox.account;

import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The table {@code preference}; who never said anything has no row. */
@Component
final class PreferenceStore {

    private static final String SET =
            """
            insert into preference (user_id, time_zone, comment_sort_descending,
                warn_on_leaving_unsaved, auto_hide_popups, disable_keyboard_shortcuts)
            values (:user, :timeZone, :descending, :warn, :hide, :disable)
            on conflict (user_id) do update
               set time_zone = excluded.time_zone,
                   comment_sort_descending = excluded.comment_sort_descending,
                   warn_on_leaving_unsaved = excluded.warn_on_leaving_unsaved,
                   auto_hide_popups = excluded.auto_hide_popups,
                   disable_keyboard_shortcuts = excluded.disable_keyboard_shortcuts
            """;

    Preferences find(View view, long userId) {
        return view.sql("select * from preference where user_id = :user")
                .param("user", userId)
                .query((rs, _) ->
                        new Preferences(
                                rs.getString("time_zone"),
                                rs.getBoolean("comment_sort_descending"),
                                rs.getBoolean("warn_on_leaving_unsaved"),
                                rs.getBoolean("auto_hide_popups"),
                                rs.getBoolean("disable_keyboard_shortcuts")))
                .optional()
                .orElse(Preferences.STANDARD);
    }

    void set(Tx tx, long userId, Preferences preferences) {
        tx.sql(SET)
                .param("user", userId)
                .param("timeZone", preferences.timeZone())
                .param("descending", preferences.commentSortDescending())
                .param("warn", preferences.warnOnLeavingUnsaved())
                .param("hide", preferences.autoHidePopups())
                .param("disable", preferences.disableKeyboardShortcuts())
                .update();
    }

    void delete(Tx tx, long userId) {
        tx.sql("delete from preference where user_id = :user").param("user", userId).update();
    }
}
