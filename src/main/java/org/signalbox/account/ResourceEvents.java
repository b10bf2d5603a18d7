package org.signalbox.account;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Change;
import org.signalbox.event.EventLog;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.hal.Description;
import org.signalbox.store.Tx;

/**
 * Tells the log what happens to the resources of one kind: {@code kind.created}, {@code
 * kind.updated} and {@code kind.deleted}, each with the detail as its snapshot.
 *
 * @param <T> the resource
 * @param <D> the resource with what it refers to
 */
public abstract class ResourceEvents<T, D extends Record> {

    private final EventLog log;
    private final String kind;
    private final Description<T> description;
    private final Function<D, T> resource;
    private final Function<D, Subject> subject;
    private final Function<T, Instant> updatedAt;
    private final Function<D, @Nullable Long> project;

    /**
     * @param kind of the subject, e.g. {@code time_entry}
     * @param project whose webhooks get the events; null when only those for all projects do
     */
    protected ResourceEvents(
            EventLog log,
            String kind,
            Description<T> description,
            Function<D, T> resource,
            Function<T, Long> id,
            Function<T, Instant> updatedAt,
            Function<D, @Nullable Long> project) {
        this.log = log;
        this.kind = kind;
        this.description = description;
        this.resource = resource;
        this.subject = detail -> Subject.of(kind, id.apply(resource.apply(detail)));
        this.updatedAt = updatedAt;
        this.project = project;
    }

    /** What counts as changed, by the API's names. */
    public final Map<String, Change> changes(T before, T after) {
        return description.changes(before, after, Change::new);
    }

    public final void created(Tx tx, Actor actor, D detail) {
        append(tx, actor, "created", detail, Snapshot.of(detail, actor.person()));
    }

    public final void updated(Tx tx, Actor actor, T before, D after) {
        var changes = changes(before, resource.apply(after));
        var snapshot = new Snapshot(after, actor.person(), changes);
        var told = snapshot.updatedBefore(updatedAt.apply(before));
        append(tx, actor, "updated", after, told);
        for (var one : special().entrySet()) {
            if (changes.containsKey(one.getKey())) {
                append(tx, actor, one.getValue(), after, told);
            }
        }
    }

    public final void deleted(Tx tx, Actor actor, D last) {
        append(tx, actor, "deleted", last, Snapshot.of(last, actor.person()));
    }

    /** What is told besides when an attribute is changed, by its name. */
    protected Map<String, String> special() {
        return Map.of();
    }

    private void append(Tx tx, Actor actor, String what, D detail, Snapshot snapshot) {
        log.append(
                tx,
                new NewEvent(
                        kind + "." + what,
                        subject.apply(detail),
                        project.apply(detail),
                        actor.id(),
                        snapshot));
    }
}
