/**
 * Task lists: the ordered columns of a project, each of which keeps work packages in an order.
 *
 * <p>{@link org.signalbox.tasklist.TaskLists} holds the rules. What is kept in lists implements
 * {@link org.signalbox.tasklist.HeldByTaskList}.
 */
@NullMarked
package org.signalbox.tasklist;

import org.jspecify.annotations.NullMarked;
