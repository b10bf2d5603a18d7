package org.signalbox.delivery;

import java.util.List;
import org.signalbox.sender.Header;
import org.signalbox.webhook.Packaging;

/**
 * What of a request cannot be made again from its event. The body can, so it is not kept.
 *
 * @param packaging of the body
 * @param name the name of the event in that format
 * @param headers those that differ from request to request; the configured one without its value
 */
public record SentAs(
        String url, String format, Packaging packaging, String name, List<Header> headers) {
    /** Stands for a header's value that is never shown. */
    public static final String MASK = "••••••••";

    public SentAs {
        headers = List.copyOf(headers);
    }

    /** Instead of a request that could not be made. */
    static SentAs broken(String url, String format) {
        return new SentAs(url, format, Packaging.PLAIN, "", List.of());
    }

    /** Whether it never came to a request, by a fault of ours. */
    boolean isBroken() {
        return name.isEmpty();
    }
}
