package org.signalbox.tasklist;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.signalbox.account.Actor;
import org.signalbox.project.HeldByProject;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Carries out what was found right: rows, what the lists hold, and events. */
@Component
@Order(5)
final class TaskListChanges implements HeldByProject {

    private final TaskListStore store;
    private final TaskListEvents events;
    private final Projects projects;
    private final ObjectProvider<HeldByTaskList> held;

    TaskListChanges(
            TaskListStore store,
            TaskListEvents events,
            Projects projects,
            ObjectProvider<HeldByTaskList> held) {
        this.store = store;
        this.events = events;
        this.projects = projects;
        this.held = held;
    }

    TaskListDetail detail(View view, TaskList list) {
        return details(view, List.of(list)).getFirst();
    }

    /** Lets others wait who sort the lists of the same project. */
    void touch(Tx tx, TaskList list) {
        store.touch(tx, list.project().id());
    }

    TaskListDetail create(Tx tx, Actor actor, TaskList list) {
        var detail = detail(tx, store.find(tx, store.insert(tx, list)).orElseThrow());
        events.created(tx, actor, detail);
        return detail;
    }

    /** Does nothing and tells nothing if nothing is different. */
    TaskListDetail change(Tx tx, Actor actor, TaskList before, TaskList after) {
        if (events.changes(before, after).isEmpty()) {
            return detail(tx, before);
        }
        store.update(tx, before, after);
        var detail = detail(tx, store.find(tx, after.id()).orElseThrow());
        events.updated(tx, actor, before, detail);
        return detail;
    }

    void delete(Tx tx, Actor actor, TaskList list) {
        held.orderedStream().forEach(kind -> kind.release(tx, actor, list));
        var last = detail(tx, list);
        store.delete(tx, list);
        events.deleted(tx, actor, last);
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        var last = details(tx, store.in(tx, projectIds));
        store.deleteIn(tx, projectIds);
        last.forEach(detail -> events.deleted(tx, actor, detail));
    }

    /** The details of these lists, in their order; each project is asked for once. */
    private List<TaskListDetail> details(View view, List<TaskList> lists) {
        var ids = lists.stream().map(list -> list.project().id()).distinct().toList();
        var byId = new HashMap<Long, Project>();
        projects.all(view, ids).forEach(project -> byId.put(project.id(), project));
        return lists.stream()
                .map(list ->
                        new TaskListDetail(list, requireNonNull(byId.get(list.project().id()))))
                .toList();
    }
}
