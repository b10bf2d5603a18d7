package org.signalbox.bench;

import java.time.Duration;

/** A moderate, even load: how long after its commit an event arrives. */
final class Latency implements Row {
    /** More than ever wait at once, so that no answer holds up the next request. */
    static final int CONNECTIONS = 32;

    static final int PER_SECOND = 500;
    static final Duration WARM_UP = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        var tally = new Tally();
        var inbox = stage.receiver().inbox(tally);
        var poster = new Poster(stage.server(), Rows.TYPE, CONNECTIONS, 1);
        try (var api = new Api(stage.server())) {
            api.subscribe(inbox, Rows.TYPE);
        }
        int first = poster.post(Load.paced(0, PER_SECOND, WARM_UP)).end();
        tally.await(first);
        var length = Duration.ofSeconds(stage.scaled(12, 6));
        for (int round = 1; round <= stage.rounds(); round++) {
            Posted posted = poster.post(Load.paced(first, PER_SECOND, length));
            first = posted.end();
            tally.await(first);
            Percentiles sent = posted.moments().sentToArrival(inbox);
            Percentiles answered = posted.moments().answerToArrival(inbox);
            stage.progress(
                    "round %d: p50 %.2f ms, p99 %.2f ms"
                            .formatted(round, sent.at(0.5), sent.at(0.99)));
            figures.add("sent to arrival p50 ms", sent.at(0.5), Goal.atMost(3));
            figures.add("sent to arrival p99 ms", sent.at(0.99), Goal.atMost(25));
            figures.add("answer to arrival p50 ms", answered.at(0.5));
            figures.add("answer to arrival p99 ms", answered.at(0.99));
        }
    }
}
