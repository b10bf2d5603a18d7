package org.signalbox.admin;

/** One choice of a filter that is a row of links. */
record Segment(String word, String count, String href, boolean chosen) {}
