package org.signalbox.delivery;

import java.time.Duration;

/**
 * How fast a receiver answered.
 *
 * @param p95 the time in which 95 of 100 answers came
 */
public record Speed(long webhookId, Duration p95) {}
