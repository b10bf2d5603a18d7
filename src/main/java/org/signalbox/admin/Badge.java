package org.signalbox.admin;

import org.jspecify.annotations.Nullable;

/**
 * A state as it is shown: icon, word and colour together, for none of them may stand alone.
 *
 * @param tone ok, warn, bad or idle
 * @param detail a second line
 */
public record Badge(String tone, String icon, String word, @Nullable String detail) {}
