/**
 * The delivery engine: brings every event to every webhook that was subscribed to it, signed and in
 * order, and keeps a log of each attempt. An event is an id, a type, a project, a subject and a
 * snapshot here; no package of the domain is known.
 *
 * <p>{@link org.signalbox.delivery.Lane} holds all the rules of one webhook and is pure: it is told
 * what happened and answers what to do. The shell around it reads the log, sends, and records:
 *
 * <pre>
 * Dispatcher    reads the settled log once, hands each event to the lanes that want it
 * CatchUp       reads for the lanes that lag behind, and for replays
 * RunningLane   one lane with its lock, its webhook and its events; starts the attempts
 * Courier       one attempt: renders, sends, and turns what came back into a row of the log
 * Recorder      many outcomes, one transaction
 * </pre>
 *
 * <p>What is durable of a webhook: its cursor and counters (table {@code lane}), the deliveries
 * that are set aside (table {@code set_aside}), the events that go out with another (table {@code
 * merged}) and every attempt (table {@code attempt}). All the rest is memory, and a crash at any
 * point is repaired from those:
 *
 * <ul>
 *   <li><b>After the commit of a change, before its event was read</b>: the cursor stands before
 *       the event; it is read after the restart.
 *   <li><b>After it was read or sent, before the outcome was recorded</b>: the same. It is sent
 *       again under the same {@code webhook-id}; this is the only source of duplicates.
 *   <li><b>After its attempt was recorded, before the cursor was</b>: cursors are written now and
 *       then, not with each attempt. A restart looks for what arrived or was set aside beyond the
 *       cursor and does not read that again. A failure is always written together with its
 *       set-aside row and the cursor that moved past it.
 *   <li><b>Between two deliveries of one subject</b>: the later one is in the log beyond the
 *       cursor, or set aside behind the earlier one. Either way it waits for the earlier one again.
 *   <li><b>While paused or failing</b>: pause, count of failures and time of the next probe are
 *       part of the lane's row, so a restart neither forgives nor hurries.
 * </ul>
 *
 * <p>While a person changes what a webhook wants, its lane reads nothing: the change holds for what
 * comes after an event that the lane must not have passed by what was wanted before. It then reads
 * on for itself until it has caught up.
 *
 * <p>What the database refuses for its content, as a constraint or a value it cannot take, is no
 * outage: to try it again would stop every webhook for ever. {@link org.signalbox.delivery.Salvage}
 * then writes the batch one webhook at a time, and where that is refused, one row at a time. Each
 * row that is refused alone is counted as a surprise and logged with its webhook and event, and all
 * others are written:
 *
 * <ul>
 *   <li><b>An attempt</b> is recorded without what the receiver answered. The delivery takes the
 *       course that its outcome gives it.
 *   <li><b>A set-aside row</b> gives way to an attempt that says so, unless one is recorded anyway:
 *       the delivery shows as failed and can be sent again. One that was tried already goes on with
 *       its retries until the process ends.
 *   <li><b>The cursor and counters</b> stay what they were in the store and are written with the
 *       next outcome. A restart meanwhile looks, as always, for what lies beyond the cursor.
 * </ul>
 */
@NullMarked
package org.signalbox.delivery;

import org.jspecify.annotations.NullMarked;
