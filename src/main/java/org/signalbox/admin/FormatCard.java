package org.signalbox.admin;

/** A payload format to choose. */
record FormatCard(String id, String title, String text) {}
