package org.signalbox.format;

/**
 * Where receivers find this server.
 *
 * @param url scheme, host and port, without a slash at the end
 */
public record Origin(String url) {}
