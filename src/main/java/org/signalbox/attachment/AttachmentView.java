package org.signalbox.attachment;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.Rights;
import org.signalbox.hal.Document;

/** An attachment as an actor may see it. */
record AttachmentView(
        AttachmentDetail detail,
        Rights rights,
        boolean mayDelete,
        Attachable.@Nullable Holder holder) {

    Document document() {
        return AttachmentHal.single(
                detail, rights, mayDelete, holder == null ? null : holder.shown().apply(rights));
    }
}
