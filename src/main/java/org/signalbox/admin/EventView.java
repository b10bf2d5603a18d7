package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event with all that it tells, ready to be shown.
 *
 * @param got the webhooks with a delivery of it
 * @param missed all others
 */
record EventView(
        long sequence,
        String number,
        String type,
        String subject,
        List<Named> facts,
        Code data,
        List<Got> got,
        List<Got> missed) {

    /** What a webhook got of it, or why it got nothing; {@code href} shows the delivery. */
    record Got(long id, String name, Badge state, String words, @Nullable String href) {}
}
