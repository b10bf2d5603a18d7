package org.signalbox.bench;

import java.sql.SQLException;

/** What a delivery that succeeds at once costs the database. */
final class Writes implements Row {
    private static final int CONNECTIONS = 4;
    private static final int BATCH = 100;

    @Override
    public String name() {
        return "writes";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        int count = stage.scaled(20_000, 10_000);
        var tally = new Tally();
        try (var api = new Api(stage.server())) {
            api.subscribe(stage.receiver().inbox(tally), Rows.TYPE);
        }
        int first = 0;
        for (int round = 1; round <= stage.rounds(); round++) {
            first = bytes(stage, figures, tally, first, count);
            stage.progress("round %d of bytes".formatted(round));
        }
        try (var connection = stage.connect()) {
            stage.ledger().prepare(connection);
        }
        for (int round = 1; round <= stage.rounds(); round++) {
            first = rows(stage, figures, tally, first, count);
            stage.progress("round %d of rows".formatted(round));
        }
    }

    /** Without counting, because what counts writes, too. */
    private static int bytes(Stage stage, Figures figures, Tally tally, int first, int count)
            throws Exception {
        stage.stop();
        Bytes before = Bytes.of(stage);
        var process = stage.server().process();
        long written = process.writtenBytes();
        int next = deliver(stage, tally, first, count);
        written = process.writtenBytes() - written;
        stage.stop();
        Bytes after = Bytes.of(stage);
        long events = after.events - before.events;
        figures.add("disk bytes of the event", (double) events / count);
        figures.add("disk bytes beside it", (double) (after.all - before.all - events) / count);
        long logged = after.logged - before.logged;
        figures.add("bytes written", (double) (logged > 0 ? logged : written) / count);
        return next;
    }

    private static int rows(Stage stage, Figures figures, Tally tally, int first, int count)
            throws Exception {
        Ledger.Rows before = counted(stage);
        int next = deliver(stage, tally, first, count);
        stage.stop();
        Ledger.Rows rows = counted(stage).minus(before);
        figures.add("rows beside the event", (double) rows.all() / count, Goal.atMost(1.1));
        figures.add("rows inserted", (double) rows.inserted() / count);
        figures.add("rows updated", (double) rows.updated() / count);
        figures.add("rows deleted", (double) rows.deleted() / count);
        return next;
    }

    private static Ledger.Rows counted(Stage stage) throws SQLException {
        try (var connection = stage.connect()) {
            return stage.ledger().rows(connection);
        }
    }

    private static int deliver(Stage stage, Tally tally, int first, int count) throws Exception {
        var poster = new Poster(stage.server(), Rows.TYPE, CONNECTIONS, BATCH);
        int next = poster.post(Load.of(first, count)).end();
        tally.await(next);
        return next;
    }

    private record Bytes(long events, long all, long logged) {
        static Bytes of(Stage stage) throws SQLException {
            try (var connection = stage.connect()) {
                Ledger ledger = stage.ledger();
                return new Bytes(
                        ledger.eventBytes(connection),
                        ledger.allBytes(connection),
                        ledger.loggedBytes(connection));
            }
        }
    }
}
