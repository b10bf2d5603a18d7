package org.signalbox.tasklist;

import static org.signalbox.tasklist.TaskListHal.TASK_LIST;

import org.signalbox.account.ResourceEvents;
import org.signalbox.event.EventLog;
import org.springframework.stereotype.Component;

/** Tells the log what happened to task lists. */
@Component
final class TaskListEvents extends ResourceEvents<TaskList, TaskListDetail> {

    TaskListEvents(EventLog log) {
        super(
                log,
                "task_list",
                TASK_LIST,
                TaskListDetail::taskList,
                TaskList::id,
                TaskList::updatedAt,
                detail -> detail.project().id());
    }
}
