package org.signalbox.account;

/** How somebody likes the clients they work with to behave. */
record Preferences(
        String timeZone,
        boolean commentSortDescending,
        boolean warnOnLeavingUnsaved,
        boolean autoHidePopups,
        boolean disableKeyboardShortcuts) {

    /** Of who never said anything. */
    static final Preferences STANDARD = new Preferences("Etc/UTC", false, true, true, false);
}
