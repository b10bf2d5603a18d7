/**
 * The event log for other applications: they read it from where they left off, and append events of
 * their own.
 *
 * <p>What was appended under an idempotency key is remembered with the key for a day: which events
 * they are. The rest of the answer follows from the request, which has to be the same anyway.
 */
@NullMarked
package org.signalbox.feed;

import org.jspecify.annotations.NullMarked;
