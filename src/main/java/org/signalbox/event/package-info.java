/**
 * What happened: the catalogue of event types and the event log.
 *
 * <p>An event is appended in the transaction of the change that it tells of, so there is no change
 * without its event and no event without its change. The log is totally ordered by sequence and is
 * read as a settled prefix: nothing ever appears behind a reader's back.
 */
@NullMarked
package org.signalbox.event;

import org.jspecify.annotations.NullMarked;
