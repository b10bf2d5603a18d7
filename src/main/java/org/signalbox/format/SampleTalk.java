package org.signalbox.format;

import java.util.List;
import org.signalbox.attachment.Attachment;
import org.signalbox.attachment.AttachmentDetail;
import org.signalbox.attachment.Container;
import org.signalbox.hal.Reference;
import org.signalbox.journal.Activity;
import org.signalbox.journal.ActivityDetail;
import org.signalbox.journal.ProjectComment;
import org.signalbox.journal.ProjectCommentDetail;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What people say in samples. */
final class SampleTalk {
    static final long ACTIVITY_ID = 4410;
    static final long PROJECT_COMMENT_ID = 17;
    static final long ATTACHMENT_ID = 119;

    private static final Reference MIRA = new Reference(SamplePeople.MIRA.id(), "Mira Okafor");

    private SampleTalk() {}

    static ActivityDetail comment(boolean internal) {
        var activity =
                new Activity(
                        ACTIVITY_ID,
                        SampleWork.WORK_PACKAGE.reference(),
                        SampleWork.PROJECT.id(),
                        6,
                        MIRA,
                        "The part about *cold* backups can go to the reviewers.",
                        internal,
                        JsonNodeFactory.instance.objectNode(),
                        SampleWork.NOW,
                        SampleWork.NOW);
        return new ActivityDetail(activity, SampleWork.WORK_PACKAGE, List.of(), List.of());
    }

    static AttachmentDetail attachment(JsonMapper json) {
        var attachment =
                new Attachment(
                        ATTACHMENT_ID,
                        "restore.pdf",
                        48_213,
                        "application/pdf",
                        "How a restore looks",
                        "9e107d9d372bb6826bd81d3542a419d6",
                        MIRA,
                        new Container(
                                Container.Kind.WORK_PACKAGES,
                                SampleWork.WORK_PACKAGE.id(),
                                SampleWork.WORK_PACKAGE.subject()),
                        208,
                        SampleWork.NOW);
        return new AttachmentDetail(
                attachment,
                SamplePeople.MIRA,
                SampleWork.PROJECT.reference(),
                json.valueToTree(SampleWork.WORK_PACKAGE));
    }

    static ProjectCommentDetail projectComment() {
        var comment =
                new ProjectComment(
                        PROJECT_COMMENT_ID,
                        SampleWork.PROJECT.reference(),
                        MIRA,
                        "We print on Friday.",
                        SampleWork.NOW,
                        SampleWork.NOW);
        return new ProjectCommentDetail(comment, SampleWork.PROJECT, SamplePeople.MIRA);
    }
}
