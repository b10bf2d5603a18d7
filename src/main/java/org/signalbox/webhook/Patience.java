package org.signalbox.webhook;

import java.time.Duration;

/**
 * How hard deliveries of a format are tried, where the system that receivers were made for has
 * promised it to them.
 *
 * @param timeout how long a receiver may take to answer
 * @param retries how often a delivery is tried again
 * @param pauseAfter failures in a row that are tolerated before a webhook is paused
 */
public record Patience(Duration timeout, int retries, int pauseAfter) {}
