package org.signalbox.bench;

/** Many events wait for one paused webhook of default concurrency; then it is resumed. */
final class Drain implements Row {
    private static final int CONNECTIONS = 4;
    private static final int BATCH = 500;

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        int count = stage.scaled(100_000, 40_000);
        var tally = new Tally();
        var process = stage.server().process();
        var poster = new Poster(stage.server(), Rows.TYPE, CONNECTIONS, BATCH);
        try (var api = new Api(stage.server())) {
            long webhook = api.subscribe(stage.receiver().inbox(tally), Rows.TYPE);
            int first = poster.post(Load.of(0, count)).end();
            tally.await(first);
            for (int round = 1; round <= stage.rounds(); round++) {
                api.pause(webhook);
                Posted posted = poster.post(Load.of(first, count));
                first = posted.end();
                stage.progress("loaded %,.0f/s".formatted(posted.perSecond()));
                double raw = stage.raw().perSecond();
                double cpu = process.cpuSeconds();
                long start = System.nanoTime();
                api.resume(webhook);
                tally.await(first);
                double perSecond = count * 1e9 / (tally.lastAt() - start);
                stage.progress("round %d: %,.0f/s, raw %,.0f/s".formatted(round, perSecond, raw));
                figures.add("deliveries/s", perSecond, Goal.atLeast(25_000));
                figures.add("of raw", perSecond / raw, Goal.atLeast(0.45));
                figures.add("raw requests/s", raw);
                figures.add("server CPU us each", (process.cpuSeconds() - cpu) * 1e6 / count);
            }
        }
    }
}
