package org.signalbox.event;

import org.jspecify.annotations.Nullable;

/** What an attribute was before a change and what it is after it. */
public record Change(@Nullable Object from, @Nullable Object to) {}
