package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.sender.Header;

/**
 * A delivery with its whole exchange.
 *
 * @param url of the latest request, or of the next one when there was none
 * @param format the id of the format it went out in
 * @param requestHeaders of the latest request; configured values are masked
 * @param requestBody the same for every attempt
 * @param heldBackBy the earlier delivery about the same subject that has to arrive first
 * @param mergedInto the delivery with which it goes out, as webhooks with an aggregation have it
 * @param merged the events that it goes out for besides its own, ascending
 * @param later how many later changes of the same subject wait for it
 */
public record DeliveryDetail(
        Delivery delivery,
        String url,
        String format,
        List<Header> requestHeaders,
        String requestBody,
        @Nullable String heldBackBy,
        @Nullable String mergedInto,
        List<String> merged,
        long later) {

    public DeliveryDetail {
        requestHeaders = List.copyOf(requestHeaders);
        merged = List.copyOf(merged);
    }

    DeliveryDetail with(@Nullable String takenBy, List<String> takenIn, long behind) {
        return new DeliveryDetail(
                delivery,
                url,
                format,
                requestHeaders,
                requestBody,
                heldBackBy,
                takenBy,
                takenIn,
                behind);
    }

    /** The headers of the request of one of the attempts. */
    public List<Header> requestHeaders(Attempt attempt) {
        return headers(delivery.event(), attempt.sent());
    }

    /** What every request of this event carries, and what this one carried besides. */
    static List<Header> headers(Event event, SentAs sent) {
        var headers = new ArrayList<Header>();
        if (sent.headers().stream().noneMatch(header -> header.name().equals("Content-Type"))) {
            headers.add(Courier.JSON);
        }
        headers.add(new Header("Accept", "application/json"));
        headers.add(new Header("webhook-id", event.id()));
        headers.addAll(sent.headers());
        return headers;
    }
}
