package org.signalbox.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Very many webhooks that have nothing to do, and then one event each. */
final class Many implements Row {
    private static final String TYPE = "custom.many.";
    private static final int BATCH = 100;
    private static final double MEBIBYTE = 1 << 20;

    /** Time for the server to end what creating them left behind. */
    private static final int SETTLE_SECONDS = 5;

    @Override
    public String name() {
        return "many";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        int count = stage.scaled(10_000, 2_000);
        var tally = new Tally();
        long start = System.nanoTime();
        Webhooks.create(stage, tally, count, webhook -> TYPE + webhook);
        stage.progress("created %,.0f/s".formatted(count * 1e9 / (System.nanoTime() - start)));
        for (int round = 1; round <= stage.rounds(); round++) {
            idle(stage, figures);
            double seconds = oneEach(stage, tally, count, round);
            stage.progress("round %d: one event each in %.2f s".formatted(round, seconds));
            figures.add("one event each, deliveries/s", count / seconds);
        }
    }

    private static void idle(Stage stage, Figures figures) throws Exception {
        var process = stage.server().process();
        Thread.sleep(SETTLE_SECONDS * 1_000L);
        int seconds = stage.scaled(20, 5);
        double cpu = process.cpuSeconds();
        Thread.sleep(seconds * 1_000L);
        double percent = (process.cpuSeconds() - cpu) / seconds * 100;
        figures.add("idle CPU, % of a core", percent, Goal.atMost(2));
        figures.add("live heap MiB", process.liveHeapBytes() / MEBIBYTE, Goal.atMost(256));
    }

    private static double oneEach(Stage stage, Tally tally, int count, int round) throws Exception {
        long start = System.nanoTime();
        try (var api = new Api(stage.server())) {
            for (int first = 0; first < count; first += BATCH) {
                api.post(
                        IntStream.range(first, first + BATCH)
                                .mapToObj(webhook -> event(webhook, round))
                                .collect(Collectors.joining(",", "[", "]")));
            }
        }
        tally.await((long) count * round);
        return (tally.lastAt() - start) / 1e9;
    }

    private static String event(int webhook, int round) {
        return """
        {"type": "%s%d", "data": {"number": "#%d#"}}\
        """
                .formatted(TYPE, webhook, round);
    }
}
