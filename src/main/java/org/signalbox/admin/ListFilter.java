package org.signalbox.admin;

/** What is looked for in the list of webhooks; empty means everything. */
record ListFilter(String search, String status, String format) {}
