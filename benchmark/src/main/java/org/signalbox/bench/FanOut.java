package org.signalbox.bench;

/** One event that a thousand webhooks want; when it has arrived everywhere, the next. */
final class FanOut implements Row {
    private static final int WEBHOOKS = 1_000;
    private static final int WARM_UP = 10;

    @Override
    public String name() {
        return "fan-out";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        var tally = new Tally();
        Webhooks.create(stage, tally, WEBHOOKS, _ -> Rows.TYPE);
        int events = stage.scaled(50, 20);
        var process = stage.server().process();
        int first = oneByOne(stage, tally, 0, WARM_UP);
        for (int round = 1; round <= stage.rounds(); round++) {
            double raw = stage.raw().perSecond();
            double cpu = process.cpuSeconds();
            long start = System.nanoTime();
            first = oneByOne(stage, tally, first, events);
            int deliveries = events * WEBHOOKS;
            double perSecond = deliveries * 1e9 / (tally.lastAt() - start);
            stage.progress("round %d: %,.0f/s, raw %,.0f/s".formatted(round, perSecond, raw));
            figures.add("deliveries/s", perSecond, Goal.atLeast(20_000));
            figures.add("of raw", perSecond / raw);
            figures.add("raw requests/s", raw);
            figures.add("server CPU us each", (process.cpuSeconds() - cpu) * 1e6 / deliveries);
        }
    }

    private static int oneByOne(Stage stage, Tally tally, int first, int count) throws Exception {
        var events = Events.of(stage.server().host(), Rows.TYPE, 1);
        try (var api = new Api(stage.server())) {
            for (int number = first; number < first + count; number++) {
                api.send(events.from(number));
                tally.await((number + 1L) * WEBHOOKS);
            }
        }
        return first + count;
    }
}
