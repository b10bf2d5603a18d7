package org.signalbox.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.signalbox.delivery.Hour;

/** One rectangle of a bar chart; its kind, up or down, is the CSS class. */
record Bar(String kind, double x, double y, double width, double height) {

    /**
     * What was delivered stands on the base line, what failed hangs below it, both on the same
     * scale over the whole width.
     */
    static List<Bar> chart(List<Hour> hours, double width, double base, double height) {
        double unit =
                Math.min(
                        unit(base - 1, hours.stream().mapToLong(Hour::delivered)),
                        unit(height - base - 1, hours.stream().mapToLong(Hour::failed)));
        double pitch = width / hours.size();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            Hour hour = hours.get(i);
            double x = Point.rounded(i * pitch);
            if (hour.delivered() > 0) {
                double tall = tall(hour.delivered() * unit);
                bars.add(new Bar("up", x, Point.rounded(base - tall), gap(pitch), tall));
            }
            if (hour.failed() > 0) {
                bars.add(new Bar("down", x, base + 0.5, gap(pitch), tall(hour.failed() * unit)));
            }
        }
        return bars;
    }

    /** How tall one may be, so that the most fit; no limit where there are none. */
    private static double unit(double room, LongStream counts) {
        long most = counts.max().orElse(0);
        return most == 0 ? Double.MAX_VALUE : room / most;
    }

    /** Even one of thousands is seen. */
    private static double tall(double height) {
        return Point.rounded(Math.max(1.5, height));
    }

    private static double gap(double pitch) {
        return Point.rounded(pitch - Math.max(1, pitch / 10));
    }
}
