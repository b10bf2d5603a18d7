package org.signalbox.event;

/**
 * What another application said about an event of its own.
 *
 * @param json an object, kept and given out to the letter
 */
public record Posted(String json) implements Content {}
