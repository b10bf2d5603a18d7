package org.signalbox.journal;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.signalbox.account.Actor;
import org.signalbox.event.Change;
import org.signalbox.project.HeldByProject;
import org.signalbox.project.Project;
import org.signalbox.store.Tx;
import org.signalbox.workpackage.HeldByWorkPackage;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackageJournal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes down what happens to work packages, and forgets it with them. */
@Component
@Order(1)
final class Journal implements WorkPackageJournal, HeldByProject, HeldByWorkPackage {

    private final JournalStore store;
    private final InstantSource time;

    Journal(JournalStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public void record(Tx tx, Actor actor, WorkPackage workPackage, Map<String, Change> changes) {
        store.insert(tx, workPackage.id(), actor.user().id(), "", false, changes, time.instant());
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        store.deleteIn(tx, projectIds);
    }

    @Override
    public void deleteHeldByWorkPackages(Tx tx, Actor actor, Set<Long> workPackageIds) {
        store.deleteOf(tx, workPackageIds);
    }

    /** What happened stays with the work package, wherever that is. */
    @Override
    public void move(Tx tx, Actor actor, long workPackageId, Project to) {}
}
