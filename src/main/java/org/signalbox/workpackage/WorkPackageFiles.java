package org.signalbox.workpackage;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.attachment.Attachable;
import org.signalbox.attachment.AttachmentChoice;
import org.signalbox.attachment.Attachments;
import org.signalbox.attachment.Container;
import org.signalbox.event.Change;
import org.signalbox.project.HeldByProject;
import org.signalbox.project.Project;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The files of work packages, and of what is said about them. They go with the work package. */
@Component
@Order(0)
final class WorkPackageFiles implements Attachable, HeldByProject, HeldByWorkPackage {

    private final WorkPackages workPackages;
    private final Attachments attachments;
    private final Access access;
    private final ObjectProvider<WorkPackageJournal> journal;
    private final InstantSource time;

    WorkPackageFiles(
            WorkPackages workPackages,
            Attachments attachments,
            Access access,
            ObjectProvider<WorkPackageJournal> journal,
            InstantSource time) {
        this.workPackages = workPackages;
        this.attachments = attachments;
        this.access = access;
        this.journal = journal;
        this.time = time;
    }

    @Override
    public Container.Kind kind() {
        return Container.Kind.WORK_PACKAGES;
    }

    @Override
    public Holder holder(View view, Actor actor, long id) {
        var workPackage = workPackages.visible(view, actor, id);
        var rights = access.rights(view, actor, List.of(workPackage.project().id()), List.of());
        return new Holder(
                WorkPackageChanges.container(workPackage),
                workPackage.project(),
                WorkPackageHal.mayAddFiles(workPackage, rights),
                WorkPackageHal.mayRemoveFiles(workPackage, rights),
                workPackage,
                shownTo -> WorkPackageHal.of(workPackage, shownTo));
    }

    @Override
    public void changed(Tx tx, Actor actor, long id, Change change) {
        workPackages.touch(tx, id, time.instant());
        var workPackage = workPackages.find(tx, id).orElseThrow();
        var changes = Map.of(AttachmentChoice.LINK, change);
        journal.forEach(one -> one.record(tx, actor, workPackage, changes));
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        attachments.deleteOfProjects(tx, projectIds);
    }

    @Override
    public void deleteHeldByWorkPackages(Tx tx, Actor actor, Set<Long> workPackageIds) {
        attachments.deleteOfWorkPackages(tx, workPackageIds);
    }

    /** Files belong to the work package, wherever that is. */
    @Override
    public void move(Tx tx, Actor actor, long workPackageId, Project to) {}
}
