package org.signalbox.account;

import org.signalbox.store.Tx;

/** Where administrative changes are written down, for good. */
public interface AuditTrail {

    /** Writes down what the actor does in this transaction: both are kept, or neither. */
    void append(Tx tx, Actor actor, Deed deed);
}
