package org.signalbox.workpackage;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;

/** Types, statuses and priorities in the API. */
final class VocabularyHal {

    static final Type<Reference> TYPE_LINK = Types.link("Type", "types");
    static final Type<Reference> STATUS_LINK = Types.link("Status", "statuses");
    static final Type<Reference> PRIORITY_LINK = Types.link("Priority", "priorities");

    private static final Description<WorkPackageType> TYPE =
            Description.<WorkPackageType>of("Type")
                    .with(
                            Attribute.of("id", INTEGER, WorkPackageType::id),
                            Attribute.of("name", STRING, WorkPackageType::name),
                            Attribute.of("color", STRING, WorkPackageType::color),
                            Attribute.of("position", INTEGER, type -> (long) type.position()),
                            Attribute.of("isDefault", BOOLEAN, WorkPackageType::isDefault),
                            Attribute.of("isMilestone", BOOLEAN, WorkPackageType::isMilestone),
                            Attribute.of("createdAt", DATE_TIME, WorkPackageType::createdAt),
                            Attribute.of("updatedAt", DATE_TIME, WorkPackageType::updatedAt));

    private static final Description<Status> STATUS =
            Description.<Status>of("Status")
                    .with(
                            Attribute.of("id", INTEGER, Status::id),
                            Attribute.of("name", STRING, Status::name),
                            Attribute.of("isClosed", BOOLEAN, Status::isClosed),
                            Attribute.of("color", STRING, Status::color),
                            Attribute.of("isDefault", BOOLEAN, Status::isDefault),
                            Attribute.of("isReadonly", BOOLEAN, Status::isReadonly),
                            Attribute.of("excludedFromTotals", BOOLEAN, Status::excludedFromTotals),
                            Attribute.of("defaultDoneRatio", INTEGER, VocabularyHal::doneRatio),
                            Attribute.of("position", INTEGER, status -> (long) status.position()));

    private static final Description<Priority> PRIORITY =
            Description.<Priority>of("Priority")
                    .with(
                            Attribute.of("id", INTEGER, Priority::id),
                            Attribute.of("name", STRING, Priority::name),
                            Attribute.of("position", INTEGER, word -> (long) word.position()),
                            Attribute.of("color", STRING, Priority::color),
                            Attribute.of("isDefault", BOOLEAN, Priority::isDefault),
                            Attribute.of("isActive", BOOLEAN, Priority::isActive));

    private VocabularyHal() {}

    static Document of(WorkPackageType type) {
        return TYPE.document(type).link("self", self("types", type.reference()));
    }

    static Document of(Status status) {
        return STATUS.document(status).link("self", self("statuses", status.reference()));
    }

    static Document of(Priority priority) {
        return PRIORITY.document(priority).link("self", self("priorities", priority.reference()));
    }

    private static Link self(String collection, Reference word) {
        return Link.to("/api/v3/" + collection + "/" + word.id(), word.title());
    }

    private static @Nullable Long doneRatio(Status status) {
        var ratio = status.defaultDoneRatio();
        return ratio == null ? null : Long.valueOf(ratio);
    }

    static List<Shape> shapes() {
        return List.of(
                TYPE.shape().links("self"),
                STATUS.shape().links("self"),
                PRIORITY.shape().links("self"));
    }
}
