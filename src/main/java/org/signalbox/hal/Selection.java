package org.signalbox.hal;

import java.util.HashMap;
import java.util.Map;

/**
 * Which elements of a list are wanted, for a {@code …Store} to put into its statement.
 *
 * @param condition SQL for {@code where}; its values stand in the parameters
 * @param order SQL for {@code order by}
 * @param parameters the values of the condition, and {@code limit} and {@code skip}, for the page
 */
public record Selection(String condition, String order, Map<String, Object> parameters) {

    public Selection {
        parameters = Map.copyOf(parameters);
    }

    /** The same, with another condition besides; it is SQL of the code. */
    public Selection and(String more) {
        return new Selection("(%s) and (%s)".formatted(condition, more), order, parameters);
    }

    /** The same, with the values of what a statement names besides. */
    public Selection with(Map<String, ?> more) {
        var all = new HashMap<String, Object>(more);
        all.putAll(parameters);
        return new Selection(condition, order, all);
    }

    /** The same in another order first; it is SQL of the code. */
    public Selection orderedFirst(String first) {
        return new Selection(condition, first + ", " + order, parameters);
    }

    /** SQL for the end of the statement: the order, and no more than the page. */
    public String page() {
        return " order by " + order + " limit :limit offset :skip";
    }
}
