package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery with its whole exchange, ready to be shown.
 *
 * @param sequence of its event; 0 for a test event
 * @param sendable whether it can be sent again
 * @param chosen number of the attempt whose exchange is shown; 0 for none
 */
record DeliveryView(
        String id,
        long webhookId,
        String webhook,
        String title,
        String event,
        String subject,
        @Nullable Named project,
        long sequence,
        String number,
        int chosen,
        boolean test,
        boolean sendable,
        Badge state,
        @Nullable Banner banner,
        String verdict,
        List<Step> attempts,
        List<Named> facts,
        @Nullable Response response,
        String url,
        Exchange request) {

    /** What the chosen attempt got. */
    record Response(Answer answer, String words, String which, Exchange exchange) {}
}
