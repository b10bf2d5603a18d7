package org.signalbox.attachment;

import org.signalbox.account.Actor;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** Tells the log what was attached. */
@Component
final class AttachmentEvents {

    private final EventLog log;

    AttachmentEvents(EventLog log) {
        this.log = log;
    }

    void created(Tx tx, Actor actor, AttachmentDetail detail) {
        var project = detail.project();
        log.append(
                tx,
                new NewEvent(
                        EventTypes.ATTACHMENT_CREATED,
                        Subject.of("attachment", detail.attachment().id()),
                        project == null ? null : project.id(),
                        actor.id(),
                        Snapshot.of(detail, actor.person())));
    }
}
