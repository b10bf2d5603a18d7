/**
 * Which days are worked on: Monday to Friday, without the days that administrators take out.
 *
 * <p>{@link org.signalbox.calendar.WorkingDays} counts them, for the durations of work.
 */
@NullMarked
package org.signalbox.calendar;

import org.jspecify.annotations.NullMarked;
