package org.signalbox.client;

/**
 * What events about a client tell besides.
 *
 * @param projects how many it has
 * @param inProgress how many of them are under way
 */
public record ClientFacts(long projects, long inProgress) {}
