package org.signalbox.bench;

/** From the start of the process to the first answer that it is ready. */
final class Start implements Row {
    private static final int CONNECTIONS = 2;
    private static final int BATCH = 1_000;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        stage.server();
        for (int round = 1; round <= stage.rounds(); round++) {
            stage.clear();
            double seconds = stage.server().startSeconds();
            stage.progress("round %d: empty %.2f s".formatted(round, seconds));
            figures.add("seconds, empty", seconds, Goal.atMost(4));
        }
        var tally = new Tally();
        try (var api = new Api(stage.server())) {
            api.pause(api.subscribe(stage.receiver().inbox(tally), Rows.TYPE));
        }
        var poster = new Poster(stage.server(), Rows.TYPE, CONNECTIONS, BATCH);
        Posted posted = poster.post(Load.of(0, stage.scaled(1_000_000, 100_000)));
        stage.progress("loaded %,.0f/s".formatted(posted.perSecond()));
        for (int round = 1; round <= stage.rounds(); round++) {
            stage.stop();
            double seconds = stage.server().startSeconds();
            stage.progress("round %d: full %.2f s".formatted(round, seconds));
            figures.add("seconds, full", seconds, Goal.atMost(4));
        }
    }
}
