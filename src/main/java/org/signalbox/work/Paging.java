package org.signalbox.work;

import org.jspecify.annotations.Nullable;

/** Which part of a list is shown, and the ways to the others. */
record Paging(String words, @Nullable String before, @Nullable String after) {}
