package org.signalbox.journal;

import java.util.List;
import org.signalbox.attachment.Attachment;
import org.signalbox.workpackage.WorkPackage;

/** An activity with what its single representation embeds; what events about it hold. */
public record ActivityDetail(
        Activity activity,
        WorkPackage workPackage,
        List<Attachment> attachments,
        List<EmojiReaction> reactions) {

    public ActivityDetail {
        attachments = List.copyOf(attachments);
        reactions = List.copyOf(reactions);
    }
}
