package org.signalbox.format;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.absence.AbsenceDetail;
import org.signalbox.account.User;
import org.signalbox.account.UserStatus;
import org.signalbox.client.Client;
import org.signalbox.client.ClientFacts;
import org.signalbox.client.Contact;
import org.signalbox.hal.Formattable;
import org.signalbox.hal.Reference;
import org.signalbox.journal.ActivityDetail;
import org.signalbox.journal.ProjectCommentDetail;

/**
 * People, for whom they work and what they say, as awork shows them.
 *
 * @param by who did what the event tells
 * @param deletedAt when the subject was deleted; null if it was not
 */
record AworkPeople(Uuids uuids, AworkParts parts, AworkAuthors by, @Nullable Instant deletedAt) {
    /** Our words for contacts that awork has others for. */
    private static final Map<String, String> CONTACTS =
            Map.of("email", "email", "phone", "phone", "address", "address", "website", "urls");

    AworkModel user(User user) {
        boolean locked = user.status() == UserStatus.LOCKED;
        var status =
                new AworkModel()
                        .flag("invitationAccepted", user.status() != UserStatus.INVITED)
                        .flag("isDeactivated", locked);
        var model =
                parts.named(user.reference(), user)
                        .text("position", user.employment().position())
                        .text("language", user.language())
                        .object("status", status)
                        .flag("isArchived", false)
                        .flag("isDeactivated", locked)
                        .flag("isAgent", false)
                        .flag("isExternal", false)
                        .flag("hasImage", false)
                        .list("tags", List.of())
                        .list("teams", List.of())
                        .list("userContactInfos", contacts(user));
        return deletion(model, null)
                .stamps(user.createdAt(), by.creator(), user.updatedAt(), by.editor())
                .version(user.updatedAt());
    }

    private List<AworkModel> contacts(User user) {
        return user.email().isEmpty()
                ? List.of()
                : List.of(
                        new AworkModel()
                                .put("id", uuids.of("contact", "user:" + user.id()))
                                .put("type", "email")
                                .put("subType", "work")
                                .put("value", user.email())
                                .flag("isAddress", false));
    }

    AworkModel company(Client client, @Nullable ClientFacts facts) {
        return parts.nameOf("client", client.reference())
                .text("description", client.description())
                .text("industry", client.industry())
                .flag("hasImage", false)
                .list(
                        "companyContactInfos",
                        client.contacts().stream().map(one -> contact(client, one)).toList())
                .list("tags", parts.tags(client.tags()))
                .count("projectsCount", facts == null ? null : facts.projects())
                .count("projectsInProgressCount", facts == null ? null : facts.inProgress())
                .flag("isExternal", false)
                .stamps(client.createdAt(), by.creator(), client.updatedAt(), by.editor())
                .version(client.updatedAt());
    }

    private AworkModel contact(Client client, Contact contact) {
        String key = "client:%d:%s:%s".formatted(client.id(), contact.type(), contact.value());
        boolean address = contact.type().equals("address");
        return new AworkModel()
                .put("id", uuids.of("contact", key))
                .put("type", CONTACTS.get(contact.type()))
                .put("label", contact.label())
                .put("value", contact.value())
                .put("addressLine1", address ? contact.value() : null)
                .flag("isAddress", address);
    }

    AworkModel absence(AbsenceDetail detail) {
        var absence = detail.absence();
        var model =
                new AworkModel()
                        .put("id", uuids.of("absence", absence.id()))
                        .put("userId", parts.user(absence.user().id()))
                        .day("startOn", absence.from())
                        .put("endOn", absence.to() + "T23:59:59Z")
                        .text("description", absence.description())
                        .flag("isReadOnly", false)
                        .flag("isHalfDayOnStart", absence.halfDayAtStart())
                        .flag("isHalfDayOnEnd", absence.halfDayAtEnd())
                        .stamps(
                                absence.createdAt(),
                                by.creator(),
                                absence.updatedAt(),
                                by.editor());
        return deletion(model, by.editor());
    }

    private AworkModel deletion(AworkModel model, @Nullable String deletedBy) {
        return deletedAt == null
                ? model
                : model.put("deletedOn", AworkModel.roundTrip(deletedAt))
                        .put("deletedBy", deletedBy);
    }

    /** What somebody said about a task. */
    AworkModel comment(ActivityDetail detail) {
        var activity = detail.activity();
        Reference task = activity.workPackage();
        Reference project = detail.workPackage().project();
        var model =
                about(uuids.of("comment", activity.id()), "tasks", "work_package", task)
                        .object("task", parts.nameOf("work_package", task))
                        .object("project", parts.nameOf("project", project));
        return said(model, activity.author(), null, activity.comment())
                .list("reactions", List.of())
                .flag("isHiddenForConnectUsers", activity.internal())
                .stamps(
                        activity.createdAt(),
                        parts.user(activity.author().id()),
                        activity.updatedAt(),
                        by.editor())
                .version(activity.updatedAt());
    }

    /** What somebody said about a project. */
    AworkModel comment(ProjectCommentDetail detail) {
        var comment = detail.comment();
        String id = uuids.of("project_comment", comment.id());
        var model =
                about(id, "projects", "project", comment.project())
                        .object("project", parts.nameOf("project", comment.project()));
        return said(model, comment.author(), detail.author(), comment.text())
                .list("reactions", List.of())
                .flag("isHiddenForConnectUsers", false)
                .stamps(
                        comment.createdAt(),
                        parts.user(comment.author().id()),
                        comment.updatedAt(),
                        by.editor())
                .version(comment.updatedAt());
    }

    private AworkModel about(String id, String entityType, String kind, Reference thing) {
        return new AworkModel()
                .put("id", id)
                .put("entityId", uuids.of(kind, thing.id()))
                .put("entityType", entityType)
                .object("entity", parts.nameOf(kind, thing));
    }

    private AworkModel said(
            AworkModel model, Reference author, @Nullable User known, String words) {
        return model.put("userId", parts.user(author.id()))
                .object("user", parts.person(author, known))
                .put("message", words)
                .put("formattedMessage", Formattable.markdown(words).path("html").asString())
                .put("plainFormattedMessage", words);
    }
}
