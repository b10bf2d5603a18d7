package org.signalbox.event;

/** What an event tells, as the log keeps it. */
public sealed interface Content permits Snapshot, Posted {}
