package org.signalbox.journal;

import java.util.List;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.attachment.Attachable;
import org.signalbox.attachment.Container;
import org.signalbox.event.Change;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.stereotype.Component;

/** The files of comments. They go with the work package. */
@Component
final class ActivityFiles implements Attachable {

    private final Activities activities;
    private final WorkPackages workPackages;
    private final Access access;

    ActivityFiles(Activities activities, WorkPackages workPackages, Access access) {
        this.activities = activities;
        this.workPackages = workPackages;
        this.access = access;
    }

    @Override
    public Container.Kind kind() {
        return Container.Kind.ACTIVITIES;
    }

    @Override
    public Holder holder(View view, Actor actor, long id) {
        var activity = activities.visible(view, actor, id);
        var workPackage = workPackages.find(view, activity.workPackage().id()).orElseThrow();
        var rights = access.rights(view, actor, List.of(activity.projectId()), List.of());
        return new Holder(
                new Container(kind(), id, null),
                workPackage.project(),
                ActivityHal.mayComment(activity.internal(), activity.projectId(), rights),
                ActivityHal.mayChange(activity, rights),
                activity,
                shownTo -> ActivityHal.of(activity, shownTo));
    }

    /** A comment with another file is the same comment. */
    @Override
    public void changed(Tx tx, Actor actor, long id, Change attachments) {}
}
