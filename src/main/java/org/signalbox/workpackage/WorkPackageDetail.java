package org.signalbox.workpackage;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Principal;
import org.signalbox.account.User;
import org.signalbox.attachment.Attachment;
import org.signalbox.category.Category;
import org.signalbox.project.Project;
import org.signalbox.relation.Relation;
import org.signalbox.version.Version;

/**
 * A work package with what its single representation embeds; what events about it hold. People who
 * were deleted are missing here and remain as references.
 */
public record WorkPackageDetail(
        WorkPackage workPackage,
        WorkPackageType type,
        Status status,
        Priority priority,
        Project project,
        @Nullable User author,
        @Nullable Principal assignee,
        @Nullable Principal responsible,
        @Nullable WorkPackage parent,
        @Nullable Version version,
        @Nullable Category category,
        List<Relation> relations,
        List<Attachment> attachments) {

    /** A snapshot of an earlier version may lack some. */
    public WorkPackageDetail {
        relations = List.copyOf(Objects.requireNonNullElse(relations, List.of()));
        attachments = List.copyOf(Objects.requireNonNullElse(attachments, List.of()));
    }
}
