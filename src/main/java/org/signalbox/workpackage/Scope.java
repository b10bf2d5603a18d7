package org.signalbox.workpackage;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Selection;

/**
 * Which work packages a list is about: those of the selection that the actor may see.
 *
 * @param projectId the only project; null for all
 */
record Scope(Actor actor, Selection selection, @Nullable Long projectId) {

    /** SQL for {@code where}. */
    String where() {
        return " where %s and %s and %s"
                .formatted(
                        Access.projects("w.project_id", Permission.VIEW_WORK_PACKAGES),
                        projectId == null ? "1 = 1" : "w.project_id = :onlyProject",
                        selection.condition());
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>(actor.params());
        parameters.putAll(selection.parameters());
        if (projectId != null) {
            parameters.put("onlyProject", projectId);
        }
        return parameters;
    }
}
