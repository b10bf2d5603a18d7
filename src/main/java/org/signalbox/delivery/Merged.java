package org.signalbox.delivery;

/** An event that does not go out itself: a later one of its subject takes it in. */
record Merged(long sequence, long into) {}
