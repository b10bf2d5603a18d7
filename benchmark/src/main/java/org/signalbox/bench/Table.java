package org.signalbox.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results for people. */
final class Table {
    private Table() {}

    static String of(List<Result> results) {
        var table = new StringBuilder();
        line(table, "row", "database", "figure", "median", "min..max", "goal", "reached");
        for (Result result : results) {
            result.figures().forEach(figure -> line(table, result, figure));
            if (result.failure() != null) {
                table.append(
                        "%-10s %-11s FAILED: %s%n"
                                .formatted(result.row(), result.database(), result.failure()));
            }
        }
        return table.toString();
    }

    private static void line(StringBuilder table, Result result, Figure figure) {
        Goal goal = figure.goal();
        line(
                table,
                result.row(),
                result.database(),
                figure.name(),
                number(figure.median()),
                number(figure.min()) + ".." + number(figure.max()),
                goal == null ? "" : goal,
                reached(result, goal, figure));
    }

    private static String reached(Result result, @Nullable Goal goal, Figure figure) {
        if (goal == null) {
            return "";
        }
        return result.failure() == null && figure.isReached() ? "yes" : "NO";
    }

    private static void line(StringBuilder table, Object... cells) {
        String line = "%-10s %-11s %-26s %12s %23s %11s  %s".formatted(cells);
        table.append(line.stripTrailing()).append(System.lineSeparator());
    }

    /** Three significant digits or more. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return format.formatted(value);
    }
}
