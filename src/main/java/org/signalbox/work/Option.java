package org.signalbox.work;

/**
 * One of the values that a field can be given.
 *
 * @param value as the API writes it; of a link, where it leads
 */
record Option(String value, String words) {}
