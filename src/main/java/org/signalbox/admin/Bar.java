package org.signalbox.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** One rectangle of a bar chart; its kind, up or down, is the CSS class. */
record Bar(String kind, double x, double y, double width, double height) {

    /** What went well in one step of time, and what did not. */
    record Column(long up, long down) {}

    /**
     * What went well stands on the base line, what did not hangs below it, both on the same scale
     * over the whole width.
     */
    static List<Bar> chart(List<Column> columns, double width, double base, double height) {
        double unit =
                Math.min(
                        unit(base - 1, columns.stream().mapToLong(Column::up)),
                        unit(height - base - 1, columns.stream().mapToLong(Column::down)));
        double pitch = width / columns.size();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double x = Point.rounded(i * pitch);
            if (column.up() > 0) {
                double tall = tall(column.up() * unit);
                bars.add(new Bar("up", x, Point.rounded(base - tall), gap(pitch), tall));
            }
            if (column.down() > 0) {
                bars.add(new Bar("down", x, base + 0.5, gap(pitch), tall(column.down() * unit)));
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
