package org.signalbox.workpackage;

import java.util.Set;
import org.signalbox.account.Actor;
import org.signalbox.project.Project;
import org.signalbox.store.Tx;

/** Something that belongs to work packages and goes where they go. Each kind is a bean. */
public interface HeldByWorkPackage {

    /** Deletes all that these work packages hold, oldest first, each with its event. */
    void deleteHeldByWorkPackages(Tx tx, Actor actor, Set<Long> workPackageIds);

    /** Follows a work package into another project. */
    void move(Tx tx, Actor actor, long workPackageId, Project to);
}
