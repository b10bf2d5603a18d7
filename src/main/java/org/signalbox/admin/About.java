package org.signalbox.admin;

/**
 * What an event is about, by the names that there are now.
 *
 * @param project where it happened; empty for nowhere, or where that is gone
 * @param actor who caused it; empty when nobody did
 */
record About(String project, String actor) {
    static final About NOTHING = new About("", "");
}
