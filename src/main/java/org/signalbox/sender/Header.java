package org.signalbox.sender;

/** One HTTP header, its name as it was typed. */
public record Header(String name, String value) {}
