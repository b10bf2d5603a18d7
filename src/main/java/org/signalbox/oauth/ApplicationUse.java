package org.signalbox.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.signalbox.account.LastUse;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** When OAuth applications last showed a token of theirs. */
@Component
final class ApplicationUse extends LastUse {
    private final ApplicationStore store;

    ApplicationUse(Database database, ApplicationStore store, Surprises surprises) {
        super("application-use", database, surprises);
        this.store = store;
    }

    @Override
    protected void write(Tx tx, Map<Long, Instant> lastUse) {
        store.noteUse(tx, lastUse);
    }

    @Override
    protected long countBut(View view, Instant since, Set<Long> others) {
        return store.countUsed(view, since, others);
    }
}
