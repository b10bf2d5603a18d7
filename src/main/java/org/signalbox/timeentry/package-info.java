/**
 * Hours: who worked on what, when and how long.
 *
 * <p>{@link org.signalbox.timeentry.TimeEntries} holds the rules. What a person may log, see and
 * change differs between their own hours and those of others.
 */
@NullMarked
package org.signalbox.timeentry;

import org.jspecify.annotations.NullMarked;
