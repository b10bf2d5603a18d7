package org.signalbox.delivery;

import java.time.Instant;

/**
 * What waited for a webhook in a quarter of an hour, when it was looked at last.
 *
 * @param paused whether nothing was sent meanwhile, at some time of it
 */
public record Backlog(Instant start, long pending, boolean paused) {}
