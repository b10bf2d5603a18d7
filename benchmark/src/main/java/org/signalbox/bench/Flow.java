package org.signalbox.bench;

import java.time.Duration;

/**
 * Events are posted as fast as they are taken and delivered, so that as many go out as come in.
 *
 * @param batch how many go with one request
 * @param duration of each round
 */
record Flow(String name, int connections, int batch, Duration duration, Goal goal) implements Row {
    private static final int UNDER_WAY_MAX = 20_000;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration QUICK = Duration.ofSeconds(6);

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        var tally = new Tally();
        var process = stage.server().process();
        var poster = new Poster(stage.server(), Rows.TYPE, connections, batch);
        try (var api = new Api(stage.server())) {
            api.subscribe(stage.receiver().inbox(tally), Rows.TYPE);
        }
        int first = poster.post(load(0, WARM_UP, tally)).end();
        tally.await(first);
        Duration length = stage.scaled(0, 1) == 1 ? QUICK : duration;
        for (int round = 1; round <= stage.rounds(); round++) {
            double raw = stage.raw().perSecond();
            double cpu = process.cpuSeconds();
            Posted posted = poster.post(load(first, length, tally));
            double out = (tally.arrived() - first) * 1e9 / posted.nanos();
            tally.await(posted.end());
            first = posted.end();
            double cpuEach = (process.cpuSeconds() - cpu) * 1e6 / posted.count();
            stage.progress(
                    "round %d: in %,.0f/s, out %,.0f/s, raw %,.0f/s"
                            .formatted(round, posted.perSecond(), out, raw));
            figures.add("events/s in", posted.perSecond(), goal);
            figures.add("events/s out", out, goal);
            figures.add("out of raw", out / raw);
            figures.add("raw requests/s", raw);
            figures.add("server CPU us each", cpuEach);
        }
    }

    private static Load load(int first, Duration duration, Tally tally) {
        return Load.lasting(first, duration, tally, UNDER_WAY_MAX);
    }
}
