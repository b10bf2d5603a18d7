package org.signalbox.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the rows that were asked for on each database. Runs in the project's root; ends with 1
 * when a row failed, whether or not the goals are reached.
 */
final class Bench {
    private static final Path TARGET = Path.of("target");
    private static final int WRONG_USE = 2;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
            return;
        }
        List<Result> results = measured(options);
        System.out.print(Table.of(results));
        Report.write(TARGET.resolve("bench.json"), options, results);
        System.exit(results.stream().allMatch(result -> result.failure() == null) ? 0 : 1);
    }

    private static List<Result> measured(Options options) throws IOException {
        var results = new ArrayList<Result>();
        try (var hall = Hall.open(options, TARGET.resolve("bench-data"))) {
            for (Row row : Rows.all()) {
                if (options.asksFor(row)) {
                    for (Database database : options.databases()) {
                        results.add(measured(hall, row, database));
                    }
                }
            }
        }
        return results;
    }

    /** One row that fails does not keep the others from being measured. */
    @SuppressWarnings("CatchingUnchecked")
    private static Result measured(Hall hall, Row row, Database database) {
        var figures = new Figures();
        String failure = null;
        try (var stage = Stage.open(hall, database, row.name())) {
            stage.progress("begins");
            row.measure(stage, figures);
        } catch (Exception e) {
            failure = String.valueOf(e.getMessage());
            Progress.say("%s on %s failed: %s".formatted(row.name(), database, failure));
        }
        return new Result(row.name(), database, figures.all(), failure);
    }
}
