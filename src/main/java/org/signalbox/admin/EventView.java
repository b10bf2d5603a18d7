package org.signalbox.admin;

import java.util.List;

/**
 * One event with all that it tells, ready to be shown.
 *
 * @param got the webhooks with a delivery of it
 * @param missed all others
 */
record EventView(
        String number,
        String type,
        String subject,
        List<Named> facts,
        Code data,
        List<Got> got,
        List<Got> missed) {

    /**
     * What a webhook got of it, or why it got nothing.
     *
     * @param href to the delivery, or to the reason
     */
    record Got(String name, Badge state, String words, String href) {}
}
