package org.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a request costs before it is sent: body, headers and signature of a typical event in each
 * format. The server tells it itself, in a recording of its JVM. Nobody is there to receive
 * anything, so that nothing else computes meanwhile.
 */
final class Formats implements Row {
    private static final String RENDERED = "signalbox.Rendering";
    private static final double NANOS_PER_MICRO = 1_000;

    private static final List<Typical> TYPICAL =
            List.of(
                    new Typical("openproject", "work_package:updated"),
                    new Typical("awork", "task_updated"),
                    new Typical("resource_management", "time.entry.updated"),
                    new Typical("standard", "work_package.updated"));

    private record Typical(String format, String event) {}

    @Override
    public String name() {
        return "formats";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        int count = stage.scaled(2_000, 1_000);
        String nobody = "https://127.0.0.1:%d/".formatted(Server.freePort());
        try (var api = new Api(stage.server())) {
            var webhooks = new long[TYPICAL.size()];
            for (int i = 0; i < webhooks.length; i++) {
                webhooks[i] =
                        api.subscribe(nobody, TYPICAL.get(i).format(), TYPICAL.get(i).event());
            }
            render(api, webhooks, stage.scaled(10_000, 4_000));
            stage.progress("warm");
            for (int round = 1; round <= stage.rounds(); round++) {
                var process = stage.server().process();
                process.record();
                render(api, webhooks, count);
                Path file = Files.createTempFile("rendering", ".jfr");
                try {
                    process.recorded(file);
                    add(RecordingFile.readAllEvents(file), count, figures);
                } finally {
                    Files.delete(file);
                }
                stage.progress("round " + round);
            }
        }
    }

    private static void render(Api api, long[] webhooks, int count) throws IOException {
        for (int number = 0; number < count; number++) {
            for (int i = 0; i < webhooks.length; i++) {
                api.test(webhooks[i], TYPICAL.get(i).event());
            }
        }
    }

    private static void add(List<RecordedEvent> recorded, int count, Figures figures) {
        for (Typical typical : TYPICAL) {
            List<RecordedEvent> its =
                    recorded.stream()
                            .filter(event -> event.getEventType().getName().equals(RENDERED))
                            .filter(event -> event.getString("format").equals(typical.format()))
                            .toList();
            if (its.size() != count) {
                throw new Failed(
                        "%s was rendered %d times".formatted(typical.format(), its.size()));
            }
            var micros =
                    new Percentiles(
                            its.stream()
                                    .mapToDouble(event -> event.getDuration().toNanos())
                                    .map(nanos -> nanos / NANOS_PER_MICRO)
                                    .toArray());
            figures.add(typical.format() + " p50 us", micros.median(), Goal.atMost(60));
            figures.add(typical.format() + " p99 us", micros.at(0.99));
            figures.add(typical.format() + " bytes", its.getFirst().getInt("bodyBytes"));
        }
    }
}
