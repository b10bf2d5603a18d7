package org.signalbox.tasklist;

import org.signalbox.project.Project;

/** A task list with what its single representation embeds; what events about it hold. */
public record TaskListDetail(TaskList taskList, Project project) {}
