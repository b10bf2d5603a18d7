package org.signalbox.delivery;

import java.time.Instant;

/**
 * A delivery that the cursor has moved past although it has not arrived.
 *
 * @param attempts how often it was sent in all
 * @param tries how many of those count against its retries
 * @param streak the run of failures in which it failed last
 * @param nextAt not before then
 * @param again whether it goes out on its own account (replay, redelivery) and holds nothing back
 */
record SetAside(
        long sequence,
        String subject,
        State state,
        int attempts,
        int tries,
        long streak,
        Instant nextAt,
        boolean again) {

    enum State {
        /** Was tried and will be tried again. */
        RETRYING,
        /** Was not tried yet: an earlier one of its subject comes first, or it is to go again. */
        WAITING,
        /** Used up its tries. Holds nothing back any more; kept so that it can be sent again. */
        FAILED;

        boolean active() {
            return this != FAILED;
        }
    }
}
