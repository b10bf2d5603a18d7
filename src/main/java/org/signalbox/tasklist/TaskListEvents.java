package org.signalbox.tasklist;

import static org.signalbox.tasklist.TaskListHal.TASK_LIST;

import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.event.Change;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** Tells the log what happened to task lists. */
@Component
final class TaskListEvents {

    private final EventLog log;

    TaskListEvents(EventLog log) {
        this.log = log;
    }

    /** What counts as changed, by the API's names. */
    Map<String, Change> changes(TaskList before, TaskList after) {
        return TASK_LIST.changes(before, after, Change::new);
    }

    void created(Tx tx, Actor actor, TaskListDetail detail) {
        append(tx, actor, EventTypes.TASK_LIST_CREATED, detail, Map.of());
    }

    void updated(Tx tx, Actor actor, TaskList before, TaskListDetail after) {
        append(tx, actor, EventTypes.TASK_LIST_UPDATED, after, changes(before, after.taskList()));
    }

    void deleted(Tx tx, Actor actor, TaskListDetail last) {
        append(tx, actor, EventTypes.TASK_LIST_DELETED, last, Map.of());
    }

    private void append(
            Tx tx, Actor actor, String type, TaskListDetail detail, Map<String, Change> changes) {
        log.append(
                tx,
                new NewEvent(
                        type,
                        Subject.of("task_list", detail.taskList().id()),
                        detail.project().id(),
                        actor.id(),
                        new Snapshot(detail, actor.person(), changes)));
    }
}
