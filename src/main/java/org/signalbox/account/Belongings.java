package org.signalbox.account;

import org.signalbox.store.Tx;

/** What a principal has only as long as they are here, in a package below this one. */
public interface Belongings {

    /** Takes it away before the principal is deleted, with its events. */
    void giveUp(Tx tx, Actor actor, Principal principal);
}
