package org.signalbox.attachment;

import java.util.function.Function;
import org.signalbox.account.Actor;
import org.signalbox.account.Rights;
import org.signalbox.event.Change;
import org.signalbox.hal.Document;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Tx;
import org.signalbox.store.View;

/** A kind of thing that can have attachments. Each is a bean of the thing's package. */
public interface Attachable {

    /**
     * One of them, and what the actor may do with its attachments.
     *
     * @param snapshot its record, for events
     * @param shown how it looks inside another resource
     */
    record Holder(
            Container container,
            Reference project,
            boolean mayAdd,
            boolean mayRemove,
            Object snapshot,
            Function<Rights, Document> shown) {}

    Container.Kind kind();

    /**
     * The one with this id.
     *
     * @throws Refusal.NotFound if there is none, or none that the actor may see
     */
    Holder holder(View view, Actor actor, long id);

    /** Its attachments have changed, in this transaction. */
    void changed(Tx tx, Actor actor, long id, Change attachments);
}
