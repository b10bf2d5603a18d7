package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One delivery with its whole exchange, ready to be shown. */
record DeliveryView(
        String id,
        long webhookId,
        String webhook,
        String title,
        String event,
        String subject,
        boolean test,
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
