package org.signalbox;

import org.signalbox.store.Database;
import org.signalbox.store.Overloaded;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Whether the database answers, for {@code /health/ready}. */
@Component
final class DatabaseHealthIndicator implements HealthIndicator {
    private final Database database;

    DatabaseHealthIndicator(Database database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            database.ping();
            return Health.up().build();
        } catch (DataAccessException | Overloaded e) {
            return Health.down().build();
        }
    }
}
