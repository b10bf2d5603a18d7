package org.signalbox.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Tx;

/** Remembers who made what, as long as it is there. */
final class Creators {

    /** What does not say itself by whom it was made, and of which a format tells it. */
    private static final Set<String> KINDS =
            Set.of("project", "task_list", "time_entry", "user", "client", "absence");

    private final CreatorStore store = new CreatorStore();

    /** What the snapshot of the event says, and who made its subject. */
    Snapshot completed(Tx tx, NewEvent event, Snapshot snapshot) {
        var subject = event.subject();
        return subject == null || !KINDS.contains(subject.kind())
                ? snapshot
                : snapshot.createdBy(creator(tx, event.type(), subject, event.actorId()));
    }

    private @Nullable Long creator(Tx tx, String type, Subject subject, @Nullable Long actor) {
        if (type.endsWith(".created")) {
            if (actor != null) {
                store.insert(tx, subject, actor);
            }
            return actor;
        }
        var creator = store.find(tx, subject);
        if (type.endsWith(".deleted")) {
            store.delete(tx, subject);
        }
        return creator.orElse(null);
    }
}
