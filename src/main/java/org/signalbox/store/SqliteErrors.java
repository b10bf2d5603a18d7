package org.signalbox.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteException;

/** Names SQLite's errors as Spring names PostgreSQL's; the driver gives no SQL states. */
final class SqliteErrors implements SQLExceptionTranslator {
    @Override
    public DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        String message = task + ": " + failure.getMessage();
        if (failure instanceof SQLiteException sqlite) {
            switch (sqlite.getResultCode()) {
                case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY -> {
                    return new DuplicateKeyException(message, failure);
                }
                case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED -> {
                    return new CannotAcquireLockException(message, failure);
                }
                case SQLITE_FULL, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_NOMEM -> {
                    return new DataAccessResourceFailureException(message, failure);
                }
                default -> {
                    if (sqlite.getResultCode().name().startsWith("SQLITE_CONSTRAINT")) {
                        return new DataIntegrityViolationException(message, failure);
                    }
                    if (sqlite.getResultCode().name().startsWith("SQLITE_IOERR")) {
                        return new DataAccessResourceFailureException(message, failure);
                    }
                }
            }
        }
        return new UncategorizedSQLException(task, sql, failure);
    }
}
