package org.signalbox.store;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The one thread that writes. It takes all that waits (at most {@value #BATCH_MAX}), runs each
 * write in a savepoint, commits once, and then answers all: one fsync for many writes.
 */
final class SqliteWriter implements AutoCloseable {
    private static final int QUEUE_MAX = 4_096;
    private static final int BATCH_MAX = 256;
    private static final long PATIENCE_SECONDS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);

    private final BlockingQueue<Write<?>> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Connection connection;
    private final Map<String, PreparedStatement> commands = new HashMap<>();
    private final Statements statements;
    private final Thread thread;
    private volatile boolean closing;

    SqliteWriter(Connection connection, Statements statements) {
        this.connection = connection;
        this.statements = statements;
        this.thread = Thread.ofPlatform().name("sqlite-writer").start(this::loop);
    }

    <T extends @Nullable Object> T write(Function<? super Tx, ? extends T> work) {
        BoundConnection.refuseNesting();
        var write = new Write<T>(work);
        enqueue(write);
        return write.await();
    }

    private void enqueue(Write<?> write) {
        try {
            if (closing || !queue.offer(write, PATIENCE_SECONDS, SECONDS)) {
                throw new Overloaded(
                        closing
                                ? "The server is stopping"
                                : QUEUE_MAX + " changes are waiting for the database already");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Overloaded("Interrupted while waiting for the database", e);
        }
    }

    private void loop() {
        var batch = new ArrayList<Write<?>>(BATCH_MAX);
        while (!(closing && queue.isEmpty())) {
            try {
                Write<?> first = queue.poll(100, MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH_MAX - 1);
                    commitTogether(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                LOG.warn("The writer was interrupted; it goes on until it is closed");
            }
        }
    }

    private void commitTogether(List<Write<?>> batch) {
        try {
            execute("begin immediate");
            for (Write<?> write : batch) {
                write.run(this);
            }
            execute("commit");
        } catch (SQLException e) {
            rollBack();
            DataAccessException failure = new SqliteErrors().translate("commit", null, e);
            batch.forEach(write -> write.fail(failure));
            return;
        }
        batch.forEach(Write::answer);
    }

    private void rollBack() {
        try {
            execute("rollback");
        } catch (SQLException e) {
            // After a full disk or an I/O error SQLite has rolled back by itself.
            LOG.debug("Nothing left to roll back: {}", e.getMessage());
        }
    }

    private void execute(String command) throws SQLException {
        PreparedStatement statement = commands.get(command);
        if (statement == null) {
            statement = connection.prepareStatement(command);
            commands.put(command, statement);
        }
        try {
            statement.execute();
        } catch (SQLException e) {
            commands.remove(command); // the driver has closed it, for good, on a full disk
            throw e;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("The database did not close cleanly: {}", e.getMessage());
        }
        var late = new ArrayList<Write<?>>();
        queue.drainTo(late);
        late.forEach(write -> write.fail(new Overloaded("The server is stopping")));
    }

    /** One waiting write with the place for its answer. */
    private static final class Write<T extends @Nullable Object> {
        private final Function<? super Tx, ? extends T> work;
        private final Answer<T> answer = new Answer<>();
        private @Nullable Tx tx;
        private @Nullable T result;
        private @Nullable Throwable failure;

        Write(Function<? super Tx, ? extends T> work) {
            this.work = work;
        }

        /**
         * Runs the work; when it throws, undoes it alone. Throws only when the whole batch is lost.
         */
        void run(SqliteWriter writer) throws SQLException {
            var fresh = new Tx(writer.statements);
            tx = fresh;
            writer.execute("savepoint write");
            try {
                result = BoundConnection.with(writer.connection, () -> work.apply(fresh));
            } catch (Throwable e) {
                failure = e;
                undo(writer, e);
            }
            writer.execute("release write");
        }

        /** After a full disk or an I/O error SQLite has undone the others, too, for this reason. */
        private static void undo(SqliteWriter writer, Throwable reason) throws SQLException {
            try {
                writer.execute("rollback to write");
            } catch (SQLException e) {
                throw reason.getCause() instanceof SQLException cause ? cause : e;
            }
        }

        void fail(Throwable reason) {
            answer.fail(failure != null ? failure : reason);
        }

        @SuppressWarnings("NullAway") // T itself says whether the result may be null
        void answer() {
            if (failure != null) {
                answer.fail(failure);
                return;
            }
            if (tx != null) {
                AfterCommit.run(tx);
            }
            answer.succeed(result);
        }

        T await() {
            return answer.await();
        }
    }
}
