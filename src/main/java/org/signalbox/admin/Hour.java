package org.signalbox.admin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one webhook did in one hour; no latency where nothing was answered. */
record Hour(Instant start, long delivered, long failed, @Nullable Duration p95) {}
