package org.signalbox.journal;

import org.signalbox.account.Actor;
import org.signalbox.store.Tx;

/** What follows from a comment on a work package, in its transaction. Each kind is a bean. */
public interface AfterComment {

    /** Somebody has said something, or something on what was a mere change before. */
    void commented(Tx tx, Actor actor, ActivityDetail comment);
}
