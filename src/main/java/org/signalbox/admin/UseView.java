package org.signalbox.admin;

import java.util.List;

/**
 * How much the API was used, laid out.
 *
 * @param alternative what the chart shows, for who does not see it
 * @param words that follow the number of requests
 * @param refused how many were, and why
 * @param failed the same of faults of the server; empty if there were none
 * @param tokens that were shown
 * @param clients applications that showed a token
 */
record UseView(
        String requests,
        String words,
        String alternative,
        double width,
        double height,
        double base,
        List<Bar> bars,
        String refused,
        String failed,
        String tokens,
        String clients) {}
