package org.signalbox.work;

/** A choice that is a link, as of a filter. */
record Way(String words, String href, boolean chosen) {}
