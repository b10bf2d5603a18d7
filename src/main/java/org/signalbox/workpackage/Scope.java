package org.signalbox.workpackage;

import java.util.HashMap;
import java.util.Map;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Selection;

/**
 * Which work packages a list is about: those of the selection that the actor may see.
 *
 * @param place where to look for them
 */
record Scope(Actor actor, Selection selection, Place place) {

    /** SQL for {@code where}. */
    String where() {
        return " where %s and %s and %s"
                .formatted(
                        Access.projects("w.project_id", Permission.VIEW_WORK_PACKAGES),
                        place.condition(),
                        selection.condition());
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>(actor.params());
        parameters.putAll(selection.parameters());
        parameters.put("onlyProject", place.projectId());
        return parameters;
    }
}
