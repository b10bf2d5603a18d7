/**
 * How much the API is used: how many requests got which answer, by the hour.
 *
 * <p>A request is counted in memory. Once a minute, and when the server stops, what was counted is
 * added to the rows of the hours; so several servers on one database add up.
 */
@NullMarked
package org.signalbox.usage;

import org.jspecify.annotations.NullMarked;
