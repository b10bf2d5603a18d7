/**
 * What principals may do and where, as clients ask for it: actions by name, and capabilities, which
 * say that a principal may do an action in a project or everywhere.
 *
 * <p>Nothing is stored here: all follows from memberships, roles and their permissions.
 */
@NullMarked
package org.signalbox.capability;

import org.jspecify.annotations.NullMarked;
