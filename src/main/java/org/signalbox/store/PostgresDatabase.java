package org.signalbox.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * PostgreSQL 15 and newer: a pool of connections that write, and one of connections that read.
 *
 * <p>A write sees one snapshot, too. When another write changes what it was about to change, it is
 * undone and run again, so that nobody's change is lost between reading and writing.
 */
public final class PostgresDatabase implements Database {
    private static final int WRITERS = 12;
    private static final int READERS = 8;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long PROBE_MILLIS = 2_000;

    /** A statement without an answer by then has lost its server. Migrations may take longer. */
    private static final String SILENCE_SECONDS_MAX = "10";

    /** Compiling a statement takes longer than any that is sent here runs. */
    private static final String NO_COMPILER = "set jit = off";

    /** Takes a page of the disk for a moment. */
    private static final String TRIAL = "create temporary table trial on commit drop as select 1";

    /** Of a write that others got ahead of; each time at least one of them was done. */
    private static final int TRIES_MAX = 50;

    private final SQLExceptionTranslator errors = new SQLExceptionSubclassTranslator();
    private final Statements statements = BoundConnection.statements(Dialect.POSTGRESQL, errors);
    private final Writable writable = new Writable();
    private final HikariDataSource writers;
    private final HikariDataSource readers;

    private PostgresDatabase(HikariDataSource writers, HikariDataSource readers) {
        this.writers = writers;
        this.readers = readers;
    }

    /**
     * Connects and brings the schema up to date.
     *
     * @throws CannotStart when the server cannot be reached or refuses
     */
    public static PostgresDatabase open(DatabaseSettings settings) {
        HikariDataSource writers = null;
        try {
            writers = pool(settings, "writers", WRITERS, false);
            Migrations.apply(unpooled(settings), "postgresql", String.valueOf(settings.url()));
            return new PostgresDatabase(writers, pool(settings, "readers", READERS, true));
        } catch (PoolInitializationException e) {
            throw new CannotStart(
                    "PostgreSQL at " + settings.url() + " cannot be used: " + rootMessage(e), e);
        } catch (RuntimeException e) {
            if (writers != null) {
                writers.close();
            }
            throw e;
        }
    }

    private static HikariDataSource pool(
            DatabaseSettings settings, String name, int size, boolean readOnly) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PROBE_MILLIS);
        config.setAutoCommit(false);
        config.setReadOnly(readOnly);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setConnectionInitSql(NO_COMPILER);
        config.addDataSourceProperty("ApplicationName", "signalbox");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS_MAX);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private static DataSource unpooled(DatabaseSettings settings) {
        var source = new DriverManagerDataSource(String.valueOf(settings.url()));
        source.setUsername(settings.username());
        source.setPassword(settings.password());
        return source;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public <T extends @Nullable Object> T read(Function<? super View, ? extends T> query) {
        BoundConnection.refuseNesting();
        var view = new View(statements);
        return inTransaction(readers, () -> query.apply(view));
    }

    @Override
    public <T extends @Nullable Object> T write(Function<? super Tx, ? extends T> work) {
        BoundConnection.refuseNesting();
        return writable.watch(() -> writeAgainAndAgain(work));
    }

    @Override
    public void ping() {
        Database.super.ping();
        if (!writable.isAssumed()) {
            run(tx -> tx.sql(TRIAL).update());
        }
    }

    private <T extends @Nullable Object> T writeAgainAndAgain(
            Function<? super Tx, ? extends T> work) {
        for (int tries = 1; ; tries++) {
            var tx = new Tx(statements);
            T result;
            try {
                result = inTransaction(writers, () -> work.apply(tx));
            } catch (ConcurrencyFailureException e) {
                if (tries == TRIES_MAX) {
                    throw new Overloaded("Too many writes of the same thing at once", e);
                }
                continue;
            }
            AfterCommit.run(tx);
            return result;
        }
    }

    private <T extends @Nullable Object> T inTransaction(HikariDataSource pool, Callable<T> work) {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = BoundConnection.with(connection, work);
                connection.commit();
                return result;
            } catch (Throwable e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLTransientConnectionException e) {
            throw new Overloaded("The database gave no connection in time", e);
        } catch (SQLException e) {
            throw translated(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e); // the work declares no checked exceptions
        }
    }

    private RuntimeException translated(SQLException failure) {
        RuntimeException translated = errors.translate("commit", null, failure);
        return translated != null ? translated : new IllegalStateException(failure);
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public void close() {
        writers.close();
        readers.close();
    }
}
