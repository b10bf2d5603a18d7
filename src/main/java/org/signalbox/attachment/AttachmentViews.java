package org.signalbox.attachment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Users;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who may see and do what with attachments, by what they are attached to. */
@Component
final class AttachmentViews {

    private final AttachmentStore store;
    private final ObjectProvider<Attachable> attachables;
    private final Users users;
    private final Access access;
    private final JsonMapper json;

    AttachmentViews(
            AttachmentStore store,
            ObjectProvider<Attachable> attachables,
            Users users,
            Access access,
            JsonMapper json) {
        this.store = store;
        this.attachables = attachables;
        this.users = users;
        this.access = access;
        this.json = json;
    }

    /** The container, if the actor may see it. */
    Attachable.Holder holder(View view, Actor actor, Container.Kind kind, long id) {
        return attachable(kind).holder(view, actor, id);
    }

    /** The container, if the actor may attach something. */
    Attachable.Holder holderToAdd(View view, Actor actor, Container.Kind kind, long id) {
        var holder = holder(view, actor, kind, id);
        if (!holder.mayAdd()) {
            throw new Refusal.Forbidden();
        }
        return holder;
    }

    /** Refuses unless there is anything that the actor could attach a file to. */
    boolean requireToUpload(View view, Actor actor) {
        access.requireSomewhere(
                view,
                actor,
                Permission.ADD_WORK_PACKAGES,
                Permission.EDIT_WORK_PACKAGES,
                Permission.ADD_WORK_PACKAGE_COMMENTS);
        return true;
    }

    /**
     * The attachment with this id.
     *
     * @throws Refusal.NotFound if there is none, or none that the actor may see
     */
    AttachmentView visible(View view, Actor actor, long id) {
        var attachment = store.find(view, id).orElseThrow(Refusal.NotFound::new);
        var container = attachment.container();
        if (container == null && !actor.is(attachment.author().id())) {
            throw new Refusal.NotFound();
        }
        return of(
                view,
                actor,
                attachment,
                container == null ? null : holder(view, actor, container.kind(), container.id()));
    }

    AttachmentView of(
            View view, Actor actor, Attachment attachment, Attachable.@Nullable Holder holder) {
        var detail =
                new AttachmentDetail(
                        attachment,
                        users.find(view, attachment.author().id()).orElse(null),
                        holder == null ? null : holder.project(),
                        holder == null ? null : json.valueToTree(holder.snapshot()));
        return new AttachmentView(
                detail,
                rights(view, actor, holder, List.of(attachment)),
                holder == null || holder.mayRemove(),
                holder);
    }

    Rights rights(
            View view,
            Actor actor,
            Attachable.@Nullable Holder holder,
            List<Attachment> attachments) {
        return access.rights(
                view,
                actor,
                holder == null ? List.of() : List.of(holder.project().id()),
                attachments.stream().map(one -> one.author().id()).toList());
    }

    /** Tells the container that its attachments have changed. */
    void changed(Tx tx, Actor actor, Attachable.Holder holder, AttachmentChoice choice) {
        var container = holder.container();
        attachable(container.kind()).changed(tx, actor, container.id(), choice.change());
    }

    private Attachable attachable(Container.Kind kind) {
        return attachables.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }
}
