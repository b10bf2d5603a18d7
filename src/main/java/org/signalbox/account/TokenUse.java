package org.signalbox.account;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** When API tokens were last used. */
@Component
final class TokenUse extends LastUse {
    private final ApiTokenStore store;

    TokenUse(Database database, ApiTokenStore store, Surprises surprises) {
        super("token-use", database, surprises);
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
