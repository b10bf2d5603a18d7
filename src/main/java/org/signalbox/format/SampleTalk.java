package org.signalbox.format;

import java.util.List;
import org.signalbox.hal.Reference;
import org.signalbox.journal.Activity;
import org.signalbox.journal.ActivityDetail;
import org.signalbox.journal.ProjectComment;
import org.signalbox.journal.ProjectCommentDetail;
import tools.jackson.databind.node.JsonNodeFactory;

/** What people say in samples. */
final class SampleTalk {
    static final long ACTIVITY_ID = 4410;
    static final long PROJECT_COMMENT_ID = 17;

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
        return new ActivityDetail(activity, SampleWork.WORK_PACKAGE, List.of());
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
