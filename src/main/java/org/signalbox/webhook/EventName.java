package org.signalbox.webhook;

/**
 * An event as a format calls it.
 *
 * @param name what a webhook subscribes to, and what the payload says
 * @param type the canonical name
 * @param group heading of the kind of subject, e.g. "Time entries"
 * @param label what happened, e.g. "Created"
 */
public record EventName(String name, String type, String group, String label) {}
