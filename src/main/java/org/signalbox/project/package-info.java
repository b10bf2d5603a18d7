/**
 * Projects, the tree in which all work lives, and who is a member of them.
 *
 * <p>{@link org.signalbox.project.Projects} holds the rules: what an actor may not see does not
 * exist for them; every change appends its events in the same transaction. What lives in projects
 * is known here only as {@link org.signalbox.project.HeldByProject}.
 */
@NullMarked
package org.signalbox.project;

import org.jspecify.annotations.NullMarked;
