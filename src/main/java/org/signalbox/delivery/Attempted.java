package org.signalbox.delivery;

/** An attempt as a row of the log. */
record Attempted(long webhookId, long sequence, Attempt attempt) {}
