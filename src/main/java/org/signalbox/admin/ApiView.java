package org.signalbox.admin;

import java.util.List;

/**
 * What the page about the API shows around its form.
 *
 * @param version of the settings that the form begins with
 * @param off whether applications are kept out now
 * @param changed a sentence about the last change
 * @param stale a sentence about who was faster; empty if nobody was
 * @param differences between what was entered and what they made of it
 * @param address of the API
 */
record ApiView(
        long version,
        boolean off,
        String changed,
        String stale,
        List<ApiDifferences.Row> differences,
        String address) {}
