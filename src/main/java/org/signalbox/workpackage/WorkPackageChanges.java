package org.signalbox.workpackage;

import static java.util.Comparator.comparing;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.attachment.AttachmentChoice;
import org.signalbox.attachment.Attachments;
import org.signalbox.attachment.Container;
import org.signalbox.event.Change;
import org.signalbox.hal.Link;
import org.signalbox.hal.Problems;
import org.signalbox.hal.Refusal;
import org.signalbox.project.HeldByProject;
import org.signalbox.project.Project;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.tasklist.HeldByTaskList;
import org.signalbox.tasklist.TaskList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Carries out what was found right: rows, what hangs on them, and events. */
@Component
@Order(2)
final class WorkPackageChanges implements HeldByProject, HeldByTaskList {

    private final WorkPackageStore store;
    private final WorkPackageDetails details;
    private final WorkPackageEvents events;
    private final Attachments attachments;
    private final ObjectProvider<WorkPackageJournal> journal;
    private final ObjectProvider<HeldByWorkPackage> held;
    private final InstantSource time;
    private final Places places;

    WorkPackageChanges(
            WorkPackageStore store,
            WorkPackageDetails details,
            WorkPackageEvents events,
            Attachments attachments,
            ObjectProvider<WorkPackageJournal> journal,
            ObjectProvider<HeldByWorkPackage> held,
            InstantSource time,
            Places places) {
        this.store = store;
        this.details = details;
        this.events = events;
        this.attachments = attachments;
        this.journal = journal;
        this.held = held;
        this.time = time;
        this.places = places;
    }

    /** Which attachments a client wants it to have; {@code before} is null on creation. */
    AttachmentChoice files(
            View view,
            Actor actor,
            @Nullable WorkPackage before,
            ObjectNode body,
            Problems problems) {
        var container = before == null ? null : container(before);
        return attachments.choose(view, actor, container, body, problems);
    }

    /** Links to those that it would have after a write that is only tried. */
    List<Link> filesAfter(
            View view,
            Actor actor,
            @Nullable WorkPackage before,
            ObjectNode body,
            Problems problems) {
        var container = before == null ? null : container(before);
        return attachments.linksAfter(view, actor, container, body, problems);
    }

    WorkPackageDetail create(Tx tx, Actor actor, WorkPackage workPackage, AttachmentChoice files) {
        long id = store.insert(tx, workPackage);
        places.move(tx, id, null, workPackage.place());
        var stored = stored(tx, id);
        attachments.apply(tx, container(stored), files);
        var detail = details.of(tx, stored);
        events.created(tx, actor, detail);
        record(tx, actor, detail, with(files, events.values(stored)));
        return detail;
    }

    /** Does nothing and tells nothing if nothing is different. */
    WorkPackageDetail change(
            Tx tx,
            Actor actor,
            WorkPackage before,
            WorkPackage after,
            Project project,
            AttachmentChoice files) {
        var changes = with(files, events.changes(before, after));
        if (changes.isEmpty()) {
            return details.of(tx, before);
        }
        attachments.apply(tx, container(after), files);
        var detail = update(tx, actor, before, after, changes);
        if (before.project().id() != project.id()) {
            held.orderedStream().forEach(kind -> kind.move(tx, actor, after.id(), project));
        }
        return detail;
    }

    /** Takes these along into the project. */
    void follow(Tx tx, Actor actor, List<Company.Step> along, Project project) {
        for (Company.Step step : along) {
            change(tx, actor, step.before(), step.after(), project, AttachmentChoice.NONE);
        }
    }

    private WorkPackageDetail update(
            Tx tx,
            Actor actor,
            WorkPackage before,
            WorkPackage after,
            Map<String, Change> changes) {
        if (!store.update(tx, after)) {
            throw stale();
        }
        places.move(tx, after.id(), before.place(), after.place());
        var detail = details.of(tx, stored(tx, after.id()));
        events.updated(tx, actor, before, detail, changes);
        record(tx, actor, detail, changes);
        return detail;
    }

    /** Deletes the work package with all below it; its own event comes last. */
    void delete(Tx tx, Actor actor, WorkPackage workPackage) {
        var ids = store.subtree(tx, workPackage.id());
        var last = details.of(tx, store.all(tx, ids));
        held.orderedStream()
                .forEach(kind -> kind.deleteHeldByWorkPackages(tx, actor, new HashSet<>(ids)));
        store.delete(tx, ids);
        places.closeGaps(tx, last.stream().map(WorkPackageDetail::workPackage).toList());
        last.stream()
                .sorted(comparing(detail -> detail.workPackage().id() == workPackage.id()))
                .forEach(detail -> events.deleted(tx, actor, detail));
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        leaveVersions(tx, actor, projectIds);
        leaveParents(tx, actor, projectIds);
        var last = details.of(tx, store.in(tx, projectIds));
        store.deleteIn(tx, projectIds);
        last.forEach(detail -> events.deleted(tx, actor, detail));
    }

    /** What is in a version that goes away with its project is in none then. */
    private void leaveVersions(Tx tx, Actor actor, Set<Long> projectIds) {
        for (WorkPackage before : store.all(tx, store.inVersionsOf(tx, projectIds))) {
            var after = before.withoutVersion(time.instant());
            update(tx, actor, before, after, events.changes(before, after));
        }
    }

    /** What is below something that goes away with its project is below nothing then. */
    private void leaveParents(Tx tx, Actor actor, Set<Long> projectIds) {
        for (WorkPackage before : store.all(tx, store.rightBelow(tx, projectIds))) {
            var after = before.withoutParent(time.instant());
            update(tx, actor, before, after, events.changes(before, after));
        }
    }

    /** What is in a task list that goes away is in none then. */
    @Override
    public void release(Tx tx, Actor actor, TaskList list) {
        var kept = places.clear(tx, list);
        for (WorkPackage before : kept) {
            var after = before.withoutPlace(time.instant());
            update(tx, actor, before, after, events.changes(before, after));
        }
    }

    static Refusal.Conflict stale() {
        return new Refusal.Conflict(
                "Your changes could not be saved, because the work package was changed since"
                        + " you've seen it the last time.");
    }

    static Container container(WorkPackage workPackage) {
        return new Container(Container.Kind.WORK_PACKAGES, workPackage.id(), workPackage.subject());
    }

    private static Map<String, Change> with(AttachmentChoice files, Map<String, Change> changes) {
        if (!files.isChange()) {
            return changes;
        }
        var all = new LinkedHashMap<>(changes);
        all.put(AttachmentChoice.LINK, files.change());
        return all;
    }

    private void record(Tx tx, Actor actor, WorkPackageDetail detail, Map<String, Change> changes) {
        journal.orderedStream()
                .forEach(one -> one.record(tx, actor, detail.workPackage(), changes));
    }

    private WorkPackage stored(Tx tx, long id) {
        return store.find(tx, id).orElseThrow();
    }
}
