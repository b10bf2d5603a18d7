package org.signalbox.store;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few platform threads that read. A native SQLite call keeps its carrier thread busy to its end,
 * so virtual threads hand their queries over and wait.
 */
final class SqliteReaders implements AutoCloseable {
    private static final int QUEUE_MAX = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(SqliteReaders.class);

    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> idle;
    private final ThreadPoolExecutor threads;
    private final View view;

    SqliteReaders(SqliteFile file, int count, Statements statements) {
        idle = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            all.add(file.openForReading());
        }
        idle.addAll(all);
        view = new View(statements);
        threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        0,
                        SECONDS,
                        new ArrayBlockingQueue<>(QUEUE_MAX),
                        Thread.ofPlatform().name("sqlite-reader-", 1).factory());
    }

    <T extends @Nullable Object> T read(Function<? super View, ? extends T> query) {
        BoundConnection.refuseNesting();
        var answer = new Answer<T>();
        try {
            threads.execute(() -> run(query, answer));
        } catch (RejectedExecutionException e) {
            throw new Overloaded(QUEUE_MAX + " queries are waiting for the database already", e);
        }
        return answer.await();
    }

    private <T extends @Nullable Object> void run(
            Function<? super View, ? extends T> query, Answer<T> answer) {
        T result;
        try {
            Connection connection = idle.take();
            try {
                result = BoundConnection.with(connection, () -> inSnapshot(connection, query));
            } finally {
                idle.add(connection);
            }
        } catch (Throwable e) {
            answer.fail(e);
            return;
        }
        answer.succeed(result);
    }

    private <T extends @Nullable Object> T inSnapshot(
            Connection connection, Function<? super View, ? extends T> query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("begin");
            try {
                return query.apply(view);
            } finally {
                statement.execute("commit");
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, SECONDS)) {
                LOG.warn("Queries were still running when the database was closed");
            }
            for (Connection connection : all) {
                connection.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("The database did not close cleanly: {}", e.getMessage());
        }
    }
}
