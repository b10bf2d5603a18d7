package org.signalbox.admin;

/** The actions that make sense for a webhook in its state. */
record Allowed(boolean test, boolean pause, boolean resume, boolean enable, boolean disable) {}
