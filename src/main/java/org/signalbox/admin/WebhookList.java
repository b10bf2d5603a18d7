package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of webhooks, ready to be shown. */
record WebhookList(
        boolean none,
        ListFilter filter,
        List<Segment> segments,
        List<FormatCard> formats,
        List<Row> rows,
        String footnote,
        String clock) {

    /** One webhook; null where nothing was sent. */
    record Row(
            long id,
            String name,
            String format,
            String url,
            String events,
            String projects,
            Badge state,
            @Nullable Success success,
            @Nullable Latency latency,
            String waiting,
            boolean manyWaiting,
            Allowed actions) {}

    /** The share of attempts that succeeded, hour by hour. */
    record Success(String rate, String words, List<Bar> bars) {}

    /** How fast the receiver answers. */
    record Latency(String p95, String words, String area, String curve) {}
}
