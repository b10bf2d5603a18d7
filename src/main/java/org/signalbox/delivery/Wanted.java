package org.signalbox.delivery;

/**
 * An event of the log that the webhook wants.
 *
 * @param attempts how often it was tried before; not 0 only in a replay
 */
record Wanted(long sequence, String subject, int attempts) {}
