package org.signalbox.sender;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What to send.
 *
 * @param body these bytes exactly; the caller must not change them
 * @param timeout for the whole attempt, from the look-up of the name to the end of the answer
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record Request(URI url, List<Header> headers, byte[] body, Duration timeout) {

    public Request {
        headers = List.copyOf(headers);
    }
}
