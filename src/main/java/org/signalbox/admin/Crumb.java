package org.signalbox.admin;

import org.jspecify.annotations.Nullable;

/**
 * A step of the way to a page.
 *
 * @param href null for the page itself
 */
public record Crumb(String words, @Nullable String href) {}
