package org.signalbox.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Gives Spring's JDBC classes the connection of the read or write that runs on this thread, so that
 * one client, with its cache of parsed statements, serves every connection.
 */
final class BoundConnection extends AbstractDataSource implements SmartDataSource {
    private static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

    static Statements statements(Dialect dialect, SQLExceptionTranslator translator) {
        var template = new JdbcTemplate(new BoundConnection());
        template.setExceptionTranslator(translator);
        return new Statements(JdbcClient.create(template), template, dialect);
    }

    /** Runs the work with this connection as the current one. */
    static <T extends @Nullable Object> T with(Connection connection, Callable<T> work)
            throws Exception {
        return ScopedValue.where(CURRENT, connection).call(work::call);
    }

    /** Reads and writes must not nest: the inner one would not see what the outer one did. */
    static void refuseNesting() {
        if (CURRENT.isBound()) {
            throw new IllegalStateException(
                    "A read or write inside another: use the View or Tx that is at hand");
        }
    }

    @Override
    public Connection getConnection() {
        try {
            return CURRENT.get();
        } catch (NoSuchElementException e) {
            throw new IllegalStateException("A View or Tx was used after its lambda ended", e);
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public boolean shouldClose(Connection connection) {
        return false;
    }
}
