package org.signalbox.attachment;

import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.PLAIN;
import static org.signalbox.hal.Types.STRING;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Rights;
import org.signalbox.account.UserHal;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import tools.jackson.databind.node.JsonNodeFactory;

/** Attachments in the API. */
public final class AttachmentHal {

    static final Attribute<Attachment, String> FILE_NAME =
            Attribute.of("fileName", STRING, Attachment::fileName)
                    .writableOnCreate()
                    .required()
                    .length(1, 255);
    static final Attribute<Attachment, String> DESCRIPTION =
            Attribute.of("description", PLAIN, Attachment::description)
                    .writableOnCreate()
                    .length(0, 2_000);
    private static final Attribute<Attachment, Reference> AUTHOR =
            Attribute.of("author", Types.link("User", "users"), Attachment::author);

    /** What clients say of the files that they upload. */
    static final Description<Attachment> METADATA =
            Description.<Attachment>of("Attachment").with(FILE_NAME, DESCRIPTION);

    private static final Description<Attachment> ATTACHMENT =
            Description.<Attachment>of("Attachment")
                    .with(
                            Attribute.of("id", INTEGER, Attachment::id),
                            FILE_NAME,
                            Attribute.of("fileSize", INTEGER, Attachment::fileSize),
                            DESCRIPTION,
                            Attribute.of("contentType", STRING, Attachment::contentType),
                            Attribute.of("createdAt", DATE_TIME, Attachment::createdAt),
                            AUTHOR);

    private AttachmentHal() {}

    /** How it looks. */
    static Shape shape() {
        return ATTACHMENT
                .shape()
                .property("status", Shape.word("uploaded"))
                .property("digest", Shape.anyObject())
                .links("self", "container", "staticDownloadLocation", "downloadLocation", "delete")
                .embeds("author", "User")
                .embeds("container", "AttachmentContainer");
    }

    static Shape containerShape() {
        return Shape.either("AttachmentContainer", Shape.ref("WorkPackage"), Shape.ref("Activity"));
    }

    /** All attachments of something. */
    public static Document list(
            String path, List<Attachment> attachments, Rights rights, boolean mayDelete) {
        return Listing.whole(
                path, attachments.stream().map(one -> of(one, rights, mayDelete)).toList());
    }

    /** An attachment among others. */
    static Document of(Attachment attachment, Rights rights, boolean mayDelete) {
        var self = Attachment.path(attachment.id());
        var document =
                ATTACHMENT
                        .document(attachment)
                        .put("status", "uploaded")
                        .put(
                                "digest",
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("algorithm", "md5")
                                        .put("hash", attachment.digest()))
                        .link("self", Link.to(self, attachment.fileName()))
                        .link("container", link(attachment.container()))
                        .link("staticDownloadLocation", Link.to(self + "/content"))
                        .link("downloadLocation", Link.to(self + "/content"));
        if (!rights.seesUser(attachment.author().id())) {
            document.link("author", Link.undisclosed());
        }
        return mayDelete ? document.link("delete", Link.action(self, "delete")) : document;
    }

    /**
     * An attachment by itself, with what it embeds.
     *
     * @param container as it looks inside others
     */
    public static Document single(
            AttachmentDetail detail,
            Rights rights,
            boolean mayDelete,
            @Nullable Document container) {
        var document = of(detail.attachment(), rights, mayDelete);
        var author = detail.author();
        if (author != null && rights.seesUser(author.id())) {
            document.embed("author", UserHal.document(author, rights.actor()));
        }
        return document.embed("container", container);
    }

    private static Link link(@Nullable Container container) {
        if (container == null) {
            return Link.none();
        }
        var title = container.title();
        return title == null ? Link.to(container.path()) : Link.to(container.path(), title);
    }
}
