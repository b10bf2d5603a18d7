package org.signalbox.workpackage;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE;
import static org.signalbox.hal.Types.DURATION;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.util.List;
import org.signalbox.hal.Shape;

/** How work packages look in the API's description: what stands beside their attributes, too. */
final class WorkPackageShapes {

    private WorkPackageShapes() {}

    static List<Shape> all() {
        return List.of(workPackage(), page(), WorkPackageHal.WORK_PACKAGE.writeShape());
    }

    private static Shape page() {
        return Shape.page("WorkPackagePage", "WorkPackageCollection", "WorkPackage")
                .optional("groups", Shape.array(Shape.anyObject()))
                .optional("totalSums", Shape.anyObject())
                .embeds("schemas", "SchemaList")
                .links("schemas", "createWorkPackage", "createWorkPackageImmediate")
                .links("editWorkPackage");
    }

    private static Shape workPackage() {
        return WorkPackageHal.WORK_PACKAGE
                .shape()
                .property("displayId", STRING)
                .property("readonly", BOOLEAN)
                .optional("spentTime", DURATION)
                .optional("derivedStartDate", DATE)
                .optional("derivedDueDate", DATE)
                .optional("derivedEstimatedTime", DURATION)
                .optional("derivedRemainingTime", DURATION)
                .optional("derivedPercentageDone", INTEGER)
                .links("self", "schema", "timeEntries", "activities", "ancestors[]", "children[]")
                .links("customActions[]", "update", "updateImmediately", "addComment", "delete")
                .links("attachments", "addAttachment", "fileLinks", "logTime", "revisions")
                .links("availableRelationCandidates", "availableWatchers", "relations")
                .links("watchers", "addWatcher", "removeWatcher", "addRelation", "addChild")
                .links("previewMarkup", "changeParent", "watch", "unwatch")
                .embeds("attachments", "AttachmentList")
                .embeds("relations", "RelationList")
                .embeds("type", "Type")
                .embeds("priority", "Priority")
                .embeds("project", "Project")
                .embeds("status", "Status")
                .embeds("author", "Principal")
                .embeds("responsible", "Principal")
                .embeds("assignee", "Principal")
                .embeds("version", "Version")
                .embeds("category", "Category")
                .embeds("parent", "WorkPackage")
                .embeds("customActions", "Nothing[]");
    }
}
