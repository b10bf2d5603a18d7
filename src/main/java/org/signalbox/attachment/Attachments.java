package org.signalbox.attachment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Link;
import org.signalbox.hal.Problems;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The attachments of things, for those whose things they are. */
@Component
public final class Attachments {

    private static final String PATH = "/api/v3/attachments/";

    private final AttachmentStore store;
    private final ContentStore contents;
    private final InstantSource time;

    Attachments(AttachmentStore store, ContentStore contents, InstantSource time) {
        this.store = store;
        this.contents = contents;
        this.time = time;
    }

    /** Those that these have, oldest first. */
    public List<Attachment> of(View view, Container.Kind kind, Collection<Long> containerIds) {
        return store.of(view, kind, containerIds);
    }

    /**
     * Reads which attachments something is to have, if a client says so: of those it has already,
     * and of what the actor uploaded and nobody claimed yet. Changes nothing.
     *
     * @param container null for something new
     */
    public AttachmentChoice choose(
            View view,
            Actor actor,
            @Nullable Container container,
            JsonNode body,
            Problems problems) {
        var sent = sent(body);
        if (!sent.isArray()) {
            return AttachmentChoice.NONE; // clients send back the link to the collection
        }
        var before =
                container == null
                        ? List.<Attachment>of()
                        : store.of(view, container.kind(), List.of(container.id()));
        var wanted = ids(sent, problems);
        var after =
                store.all(view, wanted).stream()
                        .filter(one -> before.contains(one) || isClaimable(one, actor))
                        .toList();
        if (after.size() < wanted.size()) {
            problems.add(
                    new Refusal.Invalid(
                            AttachmentChoice.LINK,
                            "Attachments contain one that cannot be attached here."));
        }
        return new AttachmentChoice(before, after);
    }

    /** Links to those that something would have after a write that is only tried. */
    public List<Link> linksAfter(
            View view,
            Actor actor,
            @Nullable Container container,
            JsonNode body,
            Problems problems) {
        var choice = choose(view, actor, container, body, problems);
        var after =
                container == null || sent(body).isArray()
                        ? choice.after()
                        : store.of(view, container.kind(), List.of(container.id()));
        return after.stream()
                .map(one -> Link.to(Attachment.path(one.id()), one.fileName()))
                .toList();
    }

    /** Carries a choice out. */
    public void apply(Tx tx, Container container, AttachmentChoice choice) {
        var gone = new ArrayList<>(choice.before());
        gone.removeAll(choice.after());
        delete(tx, gone.stream().map(Attachment::id).collect(Collectors.toSet()));
        for (Attachment attachment : choice.after()) {
            if (attachment.container() == null && !store.claim(tx, attachment.id(), container)) {
                throw new Refusal.Conflict("An attachment was claimed at the same time.");
            }
        }
    }

    /** Deletes what these have, and what their comments have. */
    public void deleteOfWorkPackages(Tx tx, Set<Long> workPackageIds) {
        release(tx, store.deleteOfWorkPackages(tx, workPackageIds));
    }

    /** The same of all work packages in these projects. */
    public void deleteOfProjects(Tx tx, Set<Long> projectIds) {
        release(tx, store.deleteOfProjects(tx, projectIds));
    }

    void delete(Tx tx, Collection<Long> ids) {
        release(tx, store.delete(tx, ids));
    }

    private void release(Tx tx, List<Long> contentIds) {
        contents.release(tx, contentIds, time.instant());
    }

    private static JsonNode sent(JsonNode body) {
        return body.path("_links").path(AttachmentChoice.LINK);
    }

    private static boolean isClaimable(Attachment attachment, Actor actor) {
        return attachment.container() == null && actor.is(attachment.author().id());
    }

    private static Set<Long> ids(JsonNode links, Problems problems) {
        var ids = new LinkedHashSet<Long>();
        for (JsonNode link : links) {
            var href = Link.path(link.path("href").asString(""));
            if (href.matches(PATH + "\\d{1,18}")) {
                ids.add(Long.valueOf(href.substring(PATH.length())));
            } else {
                problems.add(
                        new Refusal.Invalid(
                                Refusal.Kind.FORMAT,
                                AttachmentChoice.LINK,
                                "Invalid format for property 'attachments': expected an array of"
                                        + " links such as /api/v3/attachments/{id}."));
            }
        }
        return ids;
    }
}
