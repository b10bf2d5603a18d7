package org.signalbox.webhook;

import static java.util.stream.Collectors.toSet;
import static org.signalbox.webhook.WebhookHal.LOCK_VERSION;
import static org.signalbox.webhook.WebhookHal.NAME;
import static org.signalbox.webhook.WebhookHal.WEBHOOK;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.event.EventLog;
import org.signalbox.hal.Input;
import org.signalbox.hal.Refusal;
import org.signalbox.sender.Signer;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * All webhooks, in memory, and what administrators can do with them. Safe for use by many threads.
 */
@Component
public final class Webhooks {
    private static final Duration OVERLAP_MAX = Duration.ofDays(7);

    private final Database database;
    private final WebhookStore store;
    private final WebhookRules rules;
    private final WebhookDetails details;
    private final WebhookAudit audit;
    private final EventLog log;
    private final InstantSource time;

    /** One change at a time, so that memory follows the database in its order. */
    private final ReentrantLock changing = new ReentrantLock();

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final List<LongFunction<Runnable>> holds = new CopyOnWriteArrayList<>();
    private final NavigableMap<Long, Webhook> byId = new ConcurrentSkipListMap<>();

    /** Whether it is not known what came of a change, as when the commit lost its connection. */
    private volatile boolean unsure;

    /** What stands still until that is known. */
    private final List<Runnable> held = new ArrayList<>();

    Webhooks(
            Database database,
            WebhookStore store,
            WebhookRules rules,
            WebhookDetails details,
            WebhookAudit audit,
            EventLog log,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.rules = rules;
        this.details = details;
        this.audit = audit;
        this.log = log;
        this.time = time;
        database.read(store::all).forEach(webhook -> byId.put(webhook.id(), webhook));
    }

    /** All of them, by id. */
    public Collection<Webhook> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Webhook> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Registers a cheap action to run after each change of any webhook, with its id; also when it
     * was deleted.
     */
    public void onChange(LongConsumer listener) {
        listeners.add(listener);
    }

    /**
     * Registers what has to stand still while it changes what a webhook wants: given its id, it
     * stops, and returns what lets it go on, which runs after the listeners or when nothing came of
     * the change. Whoever tells events by what a webhook wants has to, or would tell some of those
     * that happen meanwhile by what it does not want any more.
     */
    public void whileChanging(LongFunction<Runnable> hold) {
        holds.add(hold);
    }

    /**
     * @throws Refusal if it may not be so
     */
    public Webhook create(Actor actor, ObjectNode body) {
        actor.requireAdmin();
        Instant now = time.instant();
        Input input = WEBHOOK.creation(body);
        Webhook blank = WebhookRules.blank(now);
        rules.checkUrl(input, blank);
        long head = log.head();
        return keep(tx -> {
            checkName(tx, input, 0);
            Webhook webhook = rules.applied(tx, input, blank, now);
            Long by = actor.id();
            long id = store.insert(tx, webhook, by);
            store.subscribe(tx, id, webhook.subscription().from(head, now, by));
            store.setSecrets(tx, id, webhook.secrets());
            audit.created(tx, actor, stored(tx, id));
            return id;
        });
    }

    /**
     * @throws Refusal if there is none, or if it may not be so
     */
    public Webhook change(Actor actor, long id, ObjectNode body) {
        actor.requireAdmin();
        var current = details.show(actor, id);
        Input input = WEBHOOK.change(body, current);
        rules.checkUrl(input, current.webhook());
        return resubscribe(
                id,
                (tx, head) -> {
                    Webhook before = stored(tx, id);
                    checkSeenLast(before, input);
                    checkName(tx, input, id);
                    Webhook after = rules.applied(tx, input, before, time.instant());
                    update(tx, actor.id(), before, after, head);
                    audit.updated(tx, actor, before, stored(tx, id));
                });
    }

    /** Its receiver wants no more: switches it off, as far as it is on. */
    public void unsubscribe(long id) {
        if (find(id).filter(Webhook::enabled).isEmpty()) {
            return;
        }
        resubscribe(
                id,
                (tx, head) -> {
                    Webhook before = stored(tx, id);
                    long from = Math.max(head, before.subscription().after());
                    Instant now = time.instant();
                    store.subscribe(tx, id, before.subscription().off().from(from, now, null));
                    store.touch(tx, id, now, null);
                    audit.updated(tx, Actor.system(), before, stored(tx, id));
                });
    }

    /** Deletes it with its history. What it has not got yet is not sent any more. */
    public void delete(Actor actor, long id) {
        actor.requireAdmin();
        changing.lock();
        try {
            write(tx -> {
                audit.deleted(tx, actor, stored(tx, id));
                store.delete(tx, id);
                return id;
            });
            byId.remove(id);
        } finally {
            changing.unlock();
        }
        listeners.forEach(listener -> listener.accept(id));
    }

    /** Signs with this from now on, and with what was before it until the overlap is over. */
    public Webhook rotateSecret(Actor actor, long id, Signer signer, Duration overlap) {
        actor.requireAdmin();
        if (overlap.isNegative() || overlap.compareTo(OVERLAP_MAX) > 0) {
            throw new Refusal.Invalid("overlap", "Overlap must be between PT0S and P7D.");
        }
        return keep(tx -> {
            Instant now = time.instant();
            Webhook before = stored(tx, id);
            SignatureRules.check(signer, before.format());
            store.setSecrets(tx, id, SigningSecret.rotated(before.secrets(), signer, now, overlap));
            store.touch(tx, id, now, actor.id());
            audit.rotated(tx, actor, before, overlap);
            return id;
        });
    }

    /** Has only the newest secret sign, although the time of those before it is not over. */
    public void endOldSecrets(Actor actor, long id) {
        actor.requireAdmin();
        keep(tx -> {
            Instant now = time.instant();
            Webhook before = stored(tx, id);
            var current = before.secrets().stream().filter(old -> old.until() == null).toList();
            if (!current.equals(before.secrets())) {
                store.setSecrets(tx, id, current);
                store.touch(tx, id, now, actor.id());
                audit.updated(tx, actor, before, stored(tx, id));
            }
            return id;
        });
    }

    /** Who says what they saw last is not taken by what somebody else did since. */
    private static void checkSeenLast(Webhook before, Input input) {
        Long seen = input.get(LOCK_VERSION);
        if (seen != null && seen != before.lockVersion()) {
            throw new Refusal.Conflict("The webhook was changed since you have seen it last.");
        }
    }

    private void checkName(View view, Input input, long id) {
        String name = input.get(NAME);
        if (name != null && store.isTaken(view, name.strip(), id)) {
            input.problems()
                    .add(
                            new Refusal.Invalid(
                                    NAME.name(),
                                    "Another webhook is called %s.".formatted(name.strip())));
        }
    }

    private void update(Tx tx, @Nullable Long by, Webhook before, Webhook after, long head) {
        boolean resubscribed = !after.subscription().equals(before.subscription());
        boolean resecured = !after.secrets().equals(before.secrets());
        if (!resubscribed && !resecured && after.sameSettings(before)) {
            return;
        }
        store.update(tx, after, by);
        if (resubscribed) {
            long from = Math.max(head, before.subscription().after());
            store.subscribe(tx, after.id(), after.subscription().from(from, after.updatedAt(), by));
        }
        if (resecured) {
            store.setSecrets(tx, after.id(), after.secrets());
        }
    }

    private Webhook stored(View view, long id) {
        return store.find(view, id).orElseThrow(Refusal.NotFound::new);
    }

    /**
     * Carries out a change that may be one of what the webhook wants, after what has happened by
     * the time that everybody stands still.
     */
    private Webhook resubscribe(long id, ObjLongConsumer<Tx> change) {
        List<Runnable> still = holds.stream().map(hold -> hold.apply(id)).toList();
        try {
            long head = log.head();
            return keep(tx -> {
                change.accept(tx, head);
                return id;
            });
        } finally {
            release(still);
        }
    }

    private void release(List<Runnable> still) {
        if (!unsure || !heldUntilSure(still)) {
            still.forEach(Runnable::run);
        }
    }

    private boolean heldUntilSure(List<Runnable> still) {
        changing.lock();
        try {
            return unsure && held.addAll(still);
        } finally {
            changing.unlock();
        }
    }

    /**
     * Reads all of them anew where it is not known what came of a change. To be asked now and then;
     * costs nothing as long as all is known.
     */
    public void settle() {
        if (!unsure) {
            return;
        }
        Set<Long> changed;
        List<Runnable> released;
        changing.lock();
        try {
            changed = takeOver(write(store::all));
            released = List.copyOf(held);
            held.clear();
            unsure = false;
        } finally {
            changing.unlock();
        }
        changed.forEach(id -> listeners.forEach(listener -> listener.accept(id)));
        released.forEach(Runnable::run);
    }

    /** Which of them are not what they were. */
    private Set<Long> takeOver(List<Webhook> all) {
        var changed = new HashSet<>(byId.keySet());
        for (Webhook webhook : all) {
            Webhook before = byId.put(webhook.id(), webhook);
            if (before != null && before.lockVersion() == webhook.lockVersion()) {
                changed.remove(webhook.id());
            } else {
                changed.add(webhook.id());
            }
        }
        byId.keySet().retainAll(all.stream().map(Webhook::id).collect(toSet()));
        return changed;
    }

    /** Carries out a change while no other node does; one that waits for its end sees it. */
    private <T> T write(Function<Tx, T> change) {
        try {
            return database.write(tx -> {
                store.holdOthersBack(tx);
                return change.apply(tx);
            });
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            unsure = true;
            throw e;
        }
    }

    /** Carries out a change and takes its result over into memory. */
    private Webhook keep(Function<Tx, Long> change) {
        Webhook kept;
        changing.lock();
        try {
            kept = write(tx -> stored(tx, change.apply(tx)));
            byId.put(kept.id(), kept);
        } finally {
            changing.unlock();
        }
        listeners.forEach(listener -> listener.accept(kept.id()));
        return kept;
    }
}
