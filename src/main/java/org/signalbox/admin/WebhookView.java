package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One webhook with its state, its last day and its recent deliveries, ready to be shown.
 *
 * @param clock the moment that all this is of
 */
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
        String rotate,
        List<Chart> charts,
        String clock,
        Log log) {

    /**
     * A chart of the last 24 hours in its own coordinates.
     *
     * @param pauses when nothing was sent
     * @param area below the curve; empty for none
     * @param dots single points
     * @param top what its upper edge stands for; null where that needs no saying
     */
    record Chart(
            String title,
            String figure,
            String words,
            String alternative,
            List<Double> grid,
            List<Bar> pauses,
            List<Bar> bars,
            double base,
            String curve,
            String area,
            String dots,
            @Nullable String top,
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
            LogFilter filter,
            List<String> events,
            List<Named> times,
            List<Named> answers,
            @Nullable Untried untried,
            List<Row> rows,
            String nothing,
            String footnote,
            @Nullable String older) {}

    /** What was never tried, in one line; {@code href} leads to the list of it. */
    record Untried(String count, String words, String href) {}

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
            String took) {}
}
