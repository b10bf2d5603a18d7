package org.signalbox.tasklist;

import org.signalbox.account.Actor;
import org.signalbox.store.Tx;

/** Something that can be kept in a task list, in a package below this one. Each kind is a bean. */
public interface HeldByTaskList {

    /** Takes everything out of a list that is about to be deleted, oldest first, with its event. */
    void release(Tx tx, Actor actor, TaskList list);
}
