package org.signalbox.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.event.NewEvent;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** What other applications append to the log. Safe for use by many threads. */
@Component
final class CustomEvents {
    /** How long a key stands for the request that it came with. */
    static final Duration KEYS_KEPT = Duration.ofHours(24);

    private final Database database;
    private final EventLog log;
    private final GroupCommit group;
    private final Projects projects;
    private final IdempotencyStore keys;
    private final InstantSource time;

    CustomEvents(
            Database database,
            EventLog log,
            GroupCommit group,
            Projects projects,
            IdempotencyStore keys,
            InstantSource time) {
        this.database = database;
        this.log = log;
        this.group = group;
        this.projects = projects;
        this.keys = keys;
        this.time = time;
    }

    /**
     * The events of a posting as they stand in the log.
     *
     * @param replayed whether they had been there already, under the same key
     */
    record Appended(List<Event> events, boolean replayed) {}

    /**
     * Appends all of them or none, in their order, and returns once that is durable. Under a key
     * they are appended only once, however often and at the same time that is asked for.
     *
     * @throws Refusal if a project is missing, or if the key stands for another request
     */
    Appended append(Actor actor, Posting posting, @Nullable IdempotencyKey key) {
        actor.requireAdmin();
        List<NewEvent> events =
                posting.events().stream().map(event -> event.by(actor.id())).toList();
        Optional<Refusal> problem = problem(posting);
        if (key != null) {
            return once(actor, posting, events, problem, key);
        }
        if (problem.isPresent()) {
            throw problem.get();
        }
        return new Appended(group.append(events), false);
    }

    private Appended once(
            Actor actor,
            Posting posting,
            List<NewEvent> events,
            Optional<Refusal> problem,
            IdempotencyKey key) {
        Instant expired = time.instant().minus(KEYS_KEPT);
        return database.write(tx -> {
            Receipt known = known(tx, key, expired);
            if (known != null) {
                return new Appended(again(actor, posting, known), true);
            }
            if (problem.isPresent()) {
                throw problem.get();
            }
            List<Event> appended = log.append(tx, events);
            keys.keep(tx, key, Receipt.of(appended), expired);
            return new Appended(appended, false);
        });
    }

    private Optional<Refusal> problem(Posting posting) {
        Set<Long> named = posting.projects();
        return named.isEmpty()
                ? Optional.empty()
                : posting.problem(
                        database.read(view -> projects.all(view, named)).stream()
                                .map(Project::id)
                                .toList());
    }

    private @Nullable Receipt known(Tx tx, IdempotencyKey key, Instant expired) {
        var kept = keys.find(tx, key, expired);
        if (kept.isPresent() && !kept.get().fingerprint().equals(key.fingerprint())) {
            throw new Refusal.Invalid(
                    IdempotencyKey.HEADER,
                    "Idempotency-Key was used for another request in the last 24 hours.");
        }
        return kept.map(IdempotencyStore.Kept::receipt).orElse(null);
    }

    private static List<Event> again(Actor actor, Posting posting, Receipt known) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < known.places().size(); i++) {
            CustomEvent posted = posting.events().get(i);
            events.add(posted.in(known.places().get(i), known.moment(), actor.id()));
        }
        return events;
    }
}
