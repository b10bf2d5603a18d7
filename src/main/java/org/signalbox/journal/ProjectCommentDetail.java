package org.signalbox.journal;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.project.Project;

/**
 * A comment on a project with what its single representation embeds; what events about it hold. A
 * person who was deleted is missing here and remains as a reference.
 */
public record ProjectCommentDetail(
        ProjectComment comment, Project project, @Nullable User author) {}
