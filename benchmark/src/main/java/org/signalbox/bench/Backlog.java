package org.signalbox.bench;

import java.time.Duration;
import java.util.ArrayList;

/** Nine fast webhooks beside one that is paused, before and after much has piled up for it. */
final class Backlog implements Row {
    private static final String TYPE = "custom.backlog";
    private static final int CONNECTIONS = 2;
    private static final int BATCH = 1_000;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        var nine = new Nine(stage);
        var length = Duration.ofSeconds(stage.scaled(12, 6));
        try (var api = new Api(stage.server())) {
            long paused = api.subscribe(stage.receiver().inbox(new Tally()), TYPE);
            api.pause(paused);
        }
        var without = new ArrayList<Double>();
        for (int round = 1; round <= stage.rounds(); round++) {
            without.add(nine.p99(length));
        }
        var poster = new Poster(stage.server(), TYPE, CONNECTIONS, BATCH);
        Posted posted = poster.post(Load.of(0, stage.scaled(2_000_000, 100_000)));
        stage.progress("loaded %,.0f/s".formatted(posted.perSecond()));
        for (int round = 1; round <= stage.rounds(); round++) {
            double before = without.get(round - 1);
            double with = nine.p99(length);
            stage.progress(
                    "round %d: p99 %.2f ms without, %.2f ms with".formatted(round, before, with));
            figures.add("p99 ratio", with / before, Goal.atMost(1.3));
            figures.add("p99 ms without", before);
            figures.add("p99 ms with", with);
        }
    }
}
