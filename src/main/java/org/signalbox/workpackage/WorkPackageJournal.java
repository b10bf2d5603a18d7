package org.signalbox.workpackage;

import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.event.Change;
import org.signalbox.store.Tx;

/** Keeps what happened to work packages, in the transaction of the change. A bean below. */
public interface WorkPackageJournal {

    /** Something was created or changed; by the API's names. */
    void record(Tx tx, Actor actor, WorkPackage workPackage, Map<String, Change> changes);
}
