/**
 * Who is booked for which project, when and for how much of their time.
 *
 * <p>{@link org.signalbox.assignment.Assignments} holds the rules; {@link
 * org.signalbox.assignment.AssignmentWriting} reads what clients send, {@link
 * org.signalbox.assignment.AssignmentChanges} carries it out.
 */
@NullMarked
package org.signalbox.assignment;

import org.jspecify.annotations.NullMarked;
