package org.signalbox.setting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.signalbox.account.Actor;
import org.signalbox.account.AuditAction;
import org.signalbox.account.AuditTrail;
import org.signalbox.account.Deed;
import org.signalbox.event.Change;
import org.signalbox.hal.PageLimit;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What administrators set about the API. Safe for use by many threads.
 *
 * <p>{@link #current} is asked with every request, so it is remembered: for half a second at most,
 * which is how soon a node follows what was changed on another one. Where the database is away,
 * what was known last goes on.
 */
@Component
public final class Options implements PageLimit {
    private static final Logger LOG = LoggerFactory.getLogger(Options.class);
    private static final Duration AGE_MAX = Duration.ofMillis(500);

    private final Database database;
    private final InstantSource time;
    private final OptionStore store;
    private final AuditTrail audit;

    /** One reads or changes at a time, so that what is known never goes back. */
    private final ReentrantLock looking = new ReentrantLock();

    private volatile Known known;

    private record Known(ApiOptions options, Instant at) {
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(AGE_MAX));
        }
    }

    Options(Database database, InstantSource time, OptionStore store, AuditTrail audit) {
        this.database = database;
        this.time = time;
        this.store = store;
        this.audit = audit;
        this.known = new Known(database.read(store::saved).options(), time.instant());
    }

    /** What holds now. Not to be called inside a read or write. */
    public ApiOptions current() {
        if (!known.isFresh(time.instant())) {
            looking.lock();
            try {
                if (!known.isFresh(time.instant())) {
                    look();
                }
            } finally {
                looking.unlock();
            }
        }
        return known.options();
    }

    @Override
    public int max() {
        return current().maxPageSize();
    }

    /** What stands in the database, for administrators. */
    public SavedOptions saved(Actor actor) {
        actor.requireAdmin();
        return database.read(store::saved);
    }

    /**
     * Changes the options to what an administrator typed, unless something is wrong with it.
     *
     * @param version the one they saw
     * @return what is wrong; nothing if it was done
     * @throws Refusal.Conflict if somebody changed them meanwhile to something else
     */
    public List<Mistake> change(Actor actor, OptionsDraft draft, long version) {
        actor.requireAdmin();
        List<Mistake> mistakes = draft.mistakes();
        if (!mistakes.isEmpty()) {
            return mistakes;
        }
        looking.lock();
        try {
            ApiOptions changed =
                    database.write(tx -> {
                        ApiOptions before = store.saved(tx).options();
                        ApiOptions after = draft.options(before);
                        Map<String, Change> changes = before.changes(after);
                        if (!changes.isEmpty()) {
                            if (!store.update(tx, after, version, time.instant(), actor.id())) {
                                throw new Refusal.Conflict("The settings have changed meanwhile.");
                            }
                            audit.append(tx, actor, deed().with(changes));
                        }
                        return after;
                    });
            known = new Known(changed, time.instant());
        } finally {
            looking.unlock();
        }
        return List.of();
    }

    private static Deed deed() {
        return Deed.of(AuditAction.SETTING_CHANGED, "Setting", null, "API");
    }

    private void look() {
        ApiOptions options = known.options();
        try {
            options = database.read(store::saved).options();
        } catch (RuntimeException away) {
            LOG.debug("The settings could not be read; those known last go on", away);
        }
        known = new Known(options, time.instant());
    }
}
