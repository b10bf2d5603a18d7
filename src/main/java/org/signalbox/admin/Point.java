package org.signalbox.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.delivery.Hour;

/** A place in a chart's own coordinates. */
record Point(double x, double y) {

    /**
     * Latencies over the hours, the slowest just below the top; hours without answers have none.
     */
    static List<Point> latencies(List<Hour> hours, double width, double height) {
        return latencies(hours, width, 4, height - 2, Math.max(0.001, slowest(hours)));
    }

    /**
     * The same between the bottom, which is nothing, and the top.
     *
     * @param most how many milliseconds the top is
     */
    static List<Point> latencies(
            List<Hour> hours, double width, double top, double bottom, double most) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            Duration p95 = hours.get(i).p95();
            if (p95 != null) {
                double y = bottom - (bottom - top) * millis(p95) / most;
                points.add(new Point(rounded((i + 0.5) * width / hours.size()), rounded(y)));
            }
        }
        return points;
    }

    /** In milliseconds; 0 if nothing was answered. */
    static double slowest(List<Hour> hours) {
        double slowest = 0;
        for (Hour hour : hours) {
            Duration p95 = hour.p95();
            slowest = p95 == null ? slowest : Math.max(slowest, millis(p95));
        }
        return slowest;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1_000_000.0;
    }

    /** An SVG path through the points; a single one becomes a dot. */
    static String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? 'M' : 'L').append(point.x).append(' ').append(point.y);
        }
        return points.size() == 1 ? path.append("h0").toString() : path.toString();
    }

    /** An SVG path of strokes without length, which round line ends make dots. */
    static String dots(List<Point> points) {
        StringBuilder path = new StringBuilder();
        points.forEach(
                point -> path.append('M').append(point.x).append(' ').append(point.y).append("h0"));
        return path.toString();
    }

    /** The closed area between the points and the bottom. */
    static String area(List<Point> points, double bottom) {
        if (points.size() < 2) {
            return "";
        }
        return path(points)
                + "L"
                + points.getLast().x
                + " "
                + bottom
                + "L"
                + points.getFirst().x
                + " "
                + bottom
                + "Z";
    }

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
