package org.signalbox.workpackage;

import java.util.HashMap;
import java.util.Map;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Selection;
import org.signalbox.store.Dialect;

/**
 * Which work packages a list is about: those of the selection that the actor may see.
 *
 * @param place where to look for them
 */
record Scope(Actor actor, Selection selection, Place place, Dialect dialect) {

    /** Stand in the selection's condition for those of open, and of closed statuses. */
    static final String OPEN = "{open}";

    static final String CLOSED = "{closed}";

    /** Pages of a list so short are found by finding all of it. */
    private static final int SHORT_MAX = 1_000;

    /** SQL for {@code where}. */
    String where() {
        return where("w.project_id");
    }

    /**
     * SQL for the ids of the page. The work of a short list is found as it was to be counted, and
     * then sorted. That of a longer one is looked for in its order until the page is full, which a
     * short one would need the whole table for.
     *
     * @param total how many there are in the list
     */
    String page(long total) {
        String joins = Joins.of(selection.order());
        if (total <= SHORT_MAX) {
            return "with found as materialized (select w.* from work_package w"
                    + where()
                    + ") select w.id from found w"
                    + joins
                    + selection.page();
        }
        return "select w.id from work_package w"
                + joins
                + where(dialect.unindexed("w.project_id"))
                + selection.page();
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>(actor.params());
        parameters.putAll(selection.parameters());
        parameters.put("onlyProject", place.projectId());
        return parameters;
    }

    private String where(String project) {
        return " where %s and %s and %s"
                .formatted(
                        actor.isAdmin() ? "1 = 1" : dialect.oneOf(project, seen()),
                        place.condition(),
                        selection
                                .condition()
                                .replace(OPEN, inStatus("not is_closed"))
                                .replace(CLOSED, inStatus("is_closed")));
    }

    private static String seen() {
        return Access.projectsWith(Permission.VIEW_WORK_PACKAGES);
    }

    /**
     * Most work is in such a status, so the status's index is of no help: a page comes from the
     * index of its order.
     */
    private String inStatus(String which) {
        return dialect.oneOf(
                dialect.unindexed("w.status_id"), "select id from status where " + which);
    }
}
