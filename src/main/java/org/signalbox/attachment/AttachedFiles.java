package org.signalbox.attachment;

import static org.signalbox.attachment.AttachmentHal.DESCRIPTION;
import static org.signalbox.attachment.AttachmentHal.FILE_NAME;
import static org.signalbox.attachment.AttachmentHal.METADATA;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Document;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with files in the API. An attachment is seen with its container; one that has
 * none yet, by its author alone.
 */
@Component
final class AttachedFiles {

    private final Database database;
    private final AttachmentStore store;
    private final Attachments attachments;
    private final Contents contents;
    private final AttachmentViews views;
    private final AttachmentEvents events;
    private final InstantSource time;

    AttachedFiles(
            Database database,
            AttachmentStore store,
            Attachments attachments,
            Contents contents,
            AttachmentViews views,
            AttachmentEvents events,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.attachments = attachments;
        this.contents = contents;
        this.views = views;
        this.events = events;
        this.time = time;
    }

    AttachmentView show(Actor actor, long id) {
        return database.read(view -> views.visible(view, actor, id));
    }

    /** The collection of those of a container. */
    Document list(Actor actor, Container.Kind kind, long containerId) {
        return database.read(view -> {
            var holder = views.holder(view, actor, kind, containerId);
            var found = store.of(view, kind, List.of(containerId));
            return AttachmentHal.list(
                    holder.container().path() + "/attachments",
                    found,
                    views.rights(view, actor, holder, found),
                    holder.mayRemove());
        });
    }

    /** Attaches a file to something. The file is read only if the actor may do that. */
    AttachmentView add(
            Actor actor, Container.Kind kind, long containerId, Supplier<Upload> reading) {
        database.read(view -> views.holderToAdd(view, actor, kind, containerId));
        return add(actor, kind, containerId, reading.get());
    }

    /** Takes a file that the actor will attach to something later. */
    AttachmentView add(Actor actor, Supplier<Upload> reading) {
        database.read(view -> views.requireToUpload(view, actor));
        return add(actor, null, 0, reading.get());
    }

    private AttachmentView add(
            Actor actor, Container.@Nullable Kind kind, long containerId, Upload upload) {
        try {
            var fresh = attachment(actor, upload);
            return database.write(tx -> {
                var holder = kind == null ? null : views.holderToAdd(tx, actor, kind, containerId);
                contents.keep(tx, upload.content());
                return added(tx, actor, fresh, holder);
            });
        } catch (RuntimeException e) {
            contents.discard(upload.content().id());
            throw e;
        }
    }

    private AttachmentView added(
            Tx tx, Actor actor, Attachment fresh, Attachable.@Nullable Holder holder) {
        long id = store.insert(tx, holder == null ? fresh : in(holder.container(), fresh));
        var view = views.of(tx, actor, store.find(tx, id).orElseThrow(), holder);
        events.created(tx, actor, view.detail());
        if (holder != null) {
            var after = store.of(tx, holder.container().kind(), List.of(holder.container().id()));
            var before = after.stream().filter(one -> one.id() != id).toList();
            views.changed(tx, actor, holder, new AttachmentChoice(before, after));
        }
        return view;
    }

    void delete(Actor actor, long id) {
        database.run(tx -> {
            var view = views.visible(tx, actor, id);
            if (!view.mayDelete()) {
                throw new Refusal.Forbidden();
            }
            var holder = view.holder();
            if (holder != null) {
                var container = holder.container();
                var before = store.of(tx, container.kind(), List.of(container.id()));
                var after = before.stream().filter(one -> one.id() != id).toList();
                views.changed(tx, actor, holder, new AttachmentChoice(before, after));
            }
            attachments.delete(tx, List.of(id));
        });
    }

    /** What the client says of the file, checked. */
    private Attachment attachment(Actor actor, Upload upload) {
        ObjectNode metadata = upload.metadata();
        var name = metadata.path("fileName");
        if (name.isString()) {
            metadata.put("fileName", FileNames.harmless(name.stringValue()));
        }
        var input = METADATA.creation(metadata);
        input.check();
        var content = upload.content();
        var fileName = input.need(FILE_NAME);
        return new Attachment(
                0,
                fileName,
                content.size(),
                FileTypes.of(fileName, content.signs()),
                input.or(DESCRIPTION, ""),
                content.digest(),
                new Reference(actor.user().id(), actor.user().name()),
                null,
                content.id(),
                time.instant());
    }

    private static Attachment in(Container container, Attachment fresh) {
        return new Attachment(
                fresh.id(),
                fresh.fileName(),
                fresh.fileSize(),
                fresh.contentType(),
                fresh.description(),
                fresh.digest(),
                fresh.author(),
                container,
                fresh.contentId(),
                fresh.createdAt());
    }
}
