package org.signalbox.assignment;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.project.Project;

/** An assignment with what its single representation embeds; what events about it hold. */
public record AssignmentDetail(Assignment assignment, Project project, @Nullable User user) {}
