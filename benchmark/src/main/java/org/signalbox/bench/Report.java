package org.signalbox.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The results for programs: everything, every round included. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Report() {}

    static void write(Path file, Options options, List<Result> results)
            throws IOException, InterruptedException {
        ObjectNode report = JSON.createObjectNode();
        report.set("machine", JSON.valueToTree(Machine.facts()));
        report.put("rounds", options.rounds()).put("quick", options.quick());
        var rows = report.putArray("results");
        for (Result result : results) {
            ObjectNode row =
                    rows.addObject()
                            .put("row", result.row())
                            .put("database", result.database().toString())
                            .put("reached", result.isReached())
                            .put("failure", result.failure());
            var figures = row.putArray("figures");
            result.figures().forEach(figure -> describe(figure, figures.addObject()));
        }
        JSON.writeValue(file.toFile(), report);
    }

    private static void describe(Figure figure, ObjectNode to) {
        to.put("name", figure.name())
                .put("median", figure.median())
                .put("min", figure.min())
                .put("max", figure.max());
        Goal goal = figure.goal();
        if (goal != null) {
            to.put(goal.upwards() ? "goalAtLeast" : "goalAtMost", goal.value())
                    .put("reached", figure.isReached());
        }
        figure.rounds().forEach(to.putArray("rounds")::add);
    }
}
