package org.signalbox.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A consistent look at the database. Valid only inside the lambda it was given to. */
public class View {
    private final JdbcClient client;
    private final Dialect dialect;

    View(JdbcClient client, Dialect dialect) {
        this.client = client;
        this.dialect = dialect;
    }

    /** A whole statement with named parameters ({@code :name}). */
    public final StatementSpec sql(String statement) {
        return client.sql(statement);
    }

    public final Dialect dialect() {
        return dialect;
    }
}
