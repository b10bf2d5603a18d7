package org.signalbox.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Packaging;
import org.springframework.stereotype.Component;

/**
 * Bodies of requests, rendered once for all webhooks that get the same event in the same format and
 * packaging. A bounded number is kept; another rendering gives the same bytes. Safe for use by many
 * threads.
 */
@Component
final class Renderings {
    private static final int BYTES_MAX = 16 << 20;

    private record Key(String eventId, String format, String name, Packaging packaging) {}

    private final Map<Key, byte[]> bodies = new LinkedHashMap<>();
    private long bytes;

    byte[] of(Event event, Label label) {
        var key = new Key(event.id(), label.format().id(), label.name(), label.packaging());
        byte[] known = find(key);
        if (known != null) {
            return known;
        }
        byte[] body = label.body(event);
        keep(key, body);
        return body;
    }

    private synchronized byte @Nullable [] find(Key key) {
        return bodies.get(key);
    }

    private synchronized void keep(Key key, byte[] body) {
        if (bodies.putIfAbsent(key, body) == null) {
            bytes += body.length;
        }
        var oldest = bodies.values().iterator();
        while (bytes > BYTES_MAX && oldest.hasNext()) {
            bytes -= oldest.next().length;
            oldest.remove();
        }
    }
}
