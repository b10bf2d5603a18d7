package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overview, ready to be shown.
 *
 * @param live when it was looked at
 * @param health how all fare while none needs attention; null where there is none
 * @param troubled how many of all webhooks need attention
 * @param nothing whether there were no attempts in that time
 */
record OverviewView(
        String live,
        List<Segment> spans,
        @Nullable Badge health,
        List<Trouble> troubles,
        String troubled,
        List<Figure> figures,
        boolean nothing,
        Throughput throughput,
        Lag lag,
        List<Slow> slowest,
        String span) {

    /** A webhook that somebody should look at. */
    record Trouble(
            long id,
            String name,
            Badge state,
            String words,
            String waiting,
            String oldest,
            Way way) {}

    /** The button that helps: the last part of the action's path. */
    record Way(String action, String icon, String words) {}

    /** A key figure and what is said beside it. */
    record Figure(String caption, String figure, String words) {}

    /**
     * What was delivered in each step of time, and below the line what failed.
     *
     * @param scale what stands beside the axis, from top to base
     */
    record Throughput(
            String steps,
            String alternative,
            double width,
            double height,
            double base,
            List<Bar> bars,
            List<String> scale,
            List<String> times) {}

    /** A curve, and the points of it that have no neighbours. */
    record Line(String curve, String dots) {}

    /** How long the way to healthy webhooks took. */
    record Lag(
            String alternative,
            double width,
            double height,
            List<Double> grid,
            Line half,
            Line most,
            List<String> scale,
            List<String> times) {}

    /**
     * One of the slowest webhooks.
     *
     * @param length of its bar, of 100
     */
    record Slow(@Nullable Long id, String name, double length, String p95) {}
}
