package org.signalbox.webhook;

import java.util.List;
import org.signalbox.event.Event;
import org.signalbox.sender.Header;

/**
 * How an event goes out.
 *
 * @param name what it is called in the format
 */
public record Label(Format format, String name, Packaging packaging) {

    public byte[] body(Event event) {
        return format.body(event, name, packaging);
    }

    public String contentType() {
        return format.contentType(packaging);
    }

    /** Headers that tell of the event. */
    public List<Header> headers(Event event) {
        return format.headers(event, packaging);
    }
}
