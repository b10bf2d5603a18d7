package org.signalbox.project;

import java.util.Set;
import org.signalbox.account.Actor;
import org.signalbox.store.Tx;

/**
 * Something that lives in projects and goes with them. Each kind is a bean; those that refer to
 * others come before them in order.
 */
public interface HeldByProject {

    /** Deletes all that these projects hold, oldest first, each with its event. */
    void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds);
}
