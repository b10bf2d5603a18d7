package org.signalbox.bench;

import java.time.Duration;

/** Nine fast webhooks that all get the same moderate load: those that others must not disturb. */
final class Nine {
    private static final int COUNT = 9;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Tally tally = new Tally();
    private final Inbox[] inboxes;
    private final Poster poster;
    private int next;

    /** Creates them and warms them up. */
    Nine(Stage stage) throws Exception {
        inboxes = Webhooks.create(stage, tally, COUNT, _ -> Rows.TYPE);
        poster = new Poster(stage.server(), Rows.TYPE, Latency.CONNECTIONS, 1);
        warmUp();
    }

    /** First at twice the pace, which is more than a cold server can take. */
    private void warmUp() throws InterruptedException {
        Posted posted = poster.post(Load.paced(next, 2 * Latency.PER_SECOND, WARM_UP));
        next = posted.end();
        tally.await((long) next * COUNT);
        p99(Latency.WARM_UP);
    }

    /** The 99th percentile from posting to arrival, in milliseconds. */
    double p99(Duration during) throws InterruptedException {
        Posted posted = poster.post(Load.paced(next, Latency.PER_SECOND, during));
        next = posted.end();
        tally.await((long) next * COUNT);
        return posted.moments().sentToArrival(inboxes).at(0.99);
    }
}
