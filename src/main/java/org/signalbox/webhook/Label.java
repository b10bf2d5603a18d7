package org.signalbox.webhook;

/** How an event goes out: in which format, and what it is called there. */
public record Label(Format format, String name) {}
