package org.signalbox.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the schema that this version needs. */
final class Migrations {
    private Migrations() {}

    static void apply(DataSource source, String vendor, String place) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/" + vendor)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotStart(
                    "The database " + place + " cannot be brought up to date: " + firstLine(e), e);
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("unknown reason");
    }
}
