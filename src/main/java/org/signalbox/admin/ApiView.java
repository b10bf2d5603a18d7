package org.signalbox.admin;

/**
 * What the page about the API shows around its form.
 *
 * @param version of the settings that the form begins with
 * @param off whether applications are kept out now
 * @param changed a sentence about the last change
 * @param address of the API
 * @param use of the API in the last 24 hours
 */
record ApiView(long version, boolean off, String changed, String address, UseView use) {}
