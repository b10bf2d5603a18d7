package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One webhook with its state, its last day and its recent deliveries, ready to be shown. */
record WebhookView(
        long id,
        String title,
        String name,
        String format,
        String url,
        String description,
        Badge state,
        Allowed actions,
        @Nullable Banner banner,
        @Nullable Test test,
        List<Named> facts,
        @Nullable String publicKey,
        List<Chart> charts,
        Log log) {

    /** A chart of the last 24 hours in its own coordinates. */
    record Chart(
            String title,
            String figure,
            String words,
            String alternative,
            List<Double> grid,
            List<Bar> bars,
            double base,
            @Nullable String curve,
            List<String> hours) {}

    /** What came of a test event. */
    record Test(
            Badge state,
            String words,
            String event,
            List<String> events,
            Code request,
            Answer answer,
            Exchange response) {}

    /** The recent deliveries; {@code older} leads to the next ones. */
    record Log(
            List<Segment> segments,
            List<Row> rows,
            String nothing,
            String footnote,
            @Nullable String older) {}

    /** One delivery. */
    record Row(
            String id,
            Badge state,
            String event,
            String subject,
            boolean test,
            String iso,
            String when,
            int attempts,
            Answer answer,
            String took,
            String verdict,
            List<Step> history,
            @Nullable Exchange last) {}
}
