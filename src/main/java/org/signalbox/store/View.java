package org.signalbox.store;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A consistent look at the database. Valid only inside the lambda it was given to. */
public class View {
    private final Statements statements;

    View(Statements statements) {
        this.statements = statements;
    }

    /** A whole statement with named parameters ({@code :name}). */
    public final StatementSpec sql(String statement) {
        return statements.client().sql(statement);
    }

    public final Dialect dialect() {
        return statements.dialect();
    }

    final Statements statements() {
        return statements;
    }
}
