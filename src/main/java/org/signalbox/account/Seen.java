package org.signalbox.account;

/** Something as an actor may see it: what rules give to those who show it. */
public record Seen<T>(T what, Rights rights) {}
