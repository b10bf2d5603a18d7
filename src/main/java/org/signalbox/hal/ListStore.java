package org.signalbox.hal;

import org.signalbox.store.View;
import org.springframework.jdbc.core.RowMapper;

/** The SQL that lists have in common: how many elements there are, and a page of them. */
public final class ListStore {

    private ListStore() {}

    /**
     * The page that was selected.
     *
     * @param selection with the values of all that the statements name
     * @param count statement for how many there are
     * @param all statement for all of them, in no order
     */
    public static <T> Found<T> page(
            View view, Selection selection, String count, String all, RowMapper<T> element) {
        long total =
                view.sql(count)
                        .params(selection.parameters())
                        .query((row, _) -> row.getLong(1))
                        .single();
        var elements =
                view.sql(all + selection.page())
                        .params(selection.parameters())
                        .query(element)
                        .list();
        return new Found<>(total, elements);
    }
}
