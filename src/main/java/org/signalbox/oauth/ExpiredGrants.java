package org.signalbox.oauth;

import java.time.InstantSource;
import org.signalbox.loop.Housekeeping;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/** Removes grants and tokens that have expired, in small pieces so that no other write waits. */
@Component
final class ExpiredGrants extends Housekeeping {
    private static final int PIECE = 500;

    private final Database database;
    private final GrantStore store;
    private final InstantSource time;

    ExpiredGrants(Database database, GrantStore store, InstantSource time, Surprises surprises) {
        super("oauth-grants", surprises);
        this.database = database;
        this.store = store;
        this.time = time;
    }

    /** Removes a piece; returns how many grants and tokens that were. */
    @Override
    protected int pass() {
        var now = time.instant();
        return database.write(tx -> store.removeExpired(tx, now, PIECE));
    }
}
