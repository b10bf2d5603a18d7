package org.signalbox.client;

import org.signalbox.account.Actor;
import org.signalbox.store.Tx;

/** Something that may belong to a client, in a package below this one. Each kind is a bean. */
public interface HeldByClient {

    /** Lets go of a client that is about to be deleted, oldest first, each with its event. */
    void release(Tx tx, Actor actor, Client client);
}
