package org.signalbox.admin;

import org.jspecify.annotations.Nullable;

/** What is wrong, why, and the one button that puts it right. */
record Banner(String tone, String icon, String title, @Nullable String text, @Nullable Way way) {

    /** Where the button leads: the last part of the action's path, or an address. */
    record Way(String to, String icon, String words) {}
}
