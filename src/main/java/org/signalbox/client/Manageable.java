package org.signalbox.client;

/**
 * Clients as somebody may see them.
 *
 * @param managed whether they may change them
 */
record Manageable<T>(T what, boolean managed) {}
