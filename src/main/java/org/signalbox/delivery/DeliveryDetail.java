package org.signalbox.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sender.Header;

/**
 * A delivery with its whole exchange.
 *
 * @param attempts oldest first
 * @param url of the latest request, or of the next one when there was none
 * @param requestHeaders of the latest request; configured values are masked
 * @param requestBody the same for every attempt
 * @param heldBackBy the earlier delivery about the same subject that has to arrive first
 */
public record DeliveryDetail(
        Delivery delivery,
        List<Attempt> attempts,
        String url,
        List<Header> requestHeaders,
        String requestBody,
        @Nullable String heldBackBy) {

    public DeliveryDetail {
        attempts = List.copyOf(attempts);
        requestHeaders = List.copyOf(requestHeaders);
    }
}
