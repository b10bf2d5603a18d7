/**
 * When people are not there: holidays, illness and the like.
 *
 * <p>{@link org.signalbox.absence.Absences} holds the rules. Everybody keeps their own;
 * administrators keep everybody's.
 */
@NullMarked
package org.signalbox.absence;

import org.jspecify.annotations.NullMarked;
