package org.signalbox.journal;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.MARKDOWN;
import static org.signalbox.hal.Types.STRING;

import java.time.Instant;
import java.util.List;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.attachment.AttachmentHal;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.workpackage.WorkPackageHal;

/** Activities in the API. */
public final class ActivityHal {

    static final Attribute<Activity, Long> ID = Attribute.of("id", INTEGER, Activity::id);
    static final Attribute<Activity, Long> VERSION =
            Attribute.of("version", INTEGER, Activity::version);
    static final Attribute<Activity, String> COMMENT =
            Attribute.of("comment", MARKDOWN, Activity::comment).writable().required();
    static final Attribute<Activity, Boolean> INTERNAL =
            Attribute.of("internal", BOOLEAN, Activity::internal).writableOnCreate();
    static final Attribute<Activity, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, Activity::createdAt);
    static final Attribute<Activity, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, Activity::updatedAt);

    static final Description<Activity> ACTIVITY =
            Description.<Activity>of("Activity")
                    .with(ID, VERSION, COMMENT, INTERNAL, CREATED_AT, UPDATED_AT);

    private ActivityHal() {}

    static String path(long id) {
        return "/api/v3/activities/" + id;
    }

    /** An activity among others, or inside another resource. */
    public static Document of(Activity activity, Rights rights) {
        var self = path(activity.id());
        var workPackage = activity.workPackage();
        var document =
                ACTIVITY.document(
                                activity.hasComment() ? "Activity::Comment" : "Activity", activity)
                        .put("details", ChangeWords.of(activity.changes(), rights))
                        .link("self", Link.to(self))
                        .link(
                                "workPackage",
                                Link.to(
                                        "/api/v3/work_packages/" + workPackage.id(),
                                        workPackage.title()))
                        .link("user", author(activity, rights))
                        .link("attachments", Link.to(self + "/attachments"))
                        .link("emojiReactions", Link.to(self + "/emoji_reactions"));
        if (mayComment(activity.internal(), activity.projectId(), rights)) {
            document.link("addAttachment", Link.action(self + "/attachments", "post"));
        }
        if (mayChange(activity, rights)) {
            document.link("update", Link.action(self, "patch"));
        }
        return document;
    }

    /** What was changed, for who says it in words of their own. */
    public static List<ChangeLine> changes(Activity activity, Rights rights) {
        return ChangeWords.lines(activity.changes(), rights);
    }

    private static Link author(Activity activity, Rights rights) {
        long author = activity.author().id();
        return rights.seesUser(author) ? Link.to("/api/v3/users/" + author) : Link.undisclosed();
    }

    /** An activity by itself, with what it embeds. */
    public static Document single(ActivityDetail detail, Rights rights) {
        var self = path(detail.activity().id());
        return of(detail.activity(), rights)
                .embed("workPackage", WorkPackageHal.of(detail.workPackage(), rights))
                .embed(
                        "attachments",
                        AttachmentHal.list(
                                self + "/attachments",
                                detail.attachments(),
                                rights,
                                mayChange(detail.activity(), rights)))
                .embed(
                        "emojiReactions",
                        EmojiReactionHal.list(
                                self + "/emoji_reactions", detail.reactions(), rights));
    }

    /** Whether one may say something of this kind there. */
    static boolean mayComment(boolean internal, long projectId, Rights rights) {
        return rights.may(
                internal ? Permission.ADD_INTERNAL_COMMENTS : Permission.ADD_WORK_PACKAGE_COMMENTS,
                projectId);
    }

    /** Their own words for who may comment, and everybody's for who may edit those of others. */
    static boolean mayChange(Activity activity, Rights rights) {
        boolean own = rights.actor().is(activity.author().id());
        return rights.may(Permission.EDIT_WORK_PACKAGE_COMMENTS, activity.projectId())
                || (own && mayComment(activity.internal(), activity.projectId(), rights));
    }

    static List<Shape> shapes() {
        var reaction =
                new EmojiReaction(
                        51,
                        Emoji.THUMBS_UP,
                        Instant.parse("2026-11-19T21:41:06.812Z"),
                        List.of(new Reference(5, "Ana Lima")));
        return List.of(
                ACTIVITY.shape()
                        .property("_type", Shape.word("Activity", "Activity::Comment"))
                        .property("details", Shape.array(Shape.ref("Formattable")))
                        .links("self", "workPackage", "user", "attachments", "emojiReactions")
                        .links("update", "addAttachment")
                        .embeds("workPackage", "WorkPackage")
                        .embeds("attachments", "AttachmentList")
                        .embeds("emojiReactions", "EmojiReactionList"),
                ACTIVITY.writeShape(),
                Shape.of("EmojiReaction")
                        .property("id", STRING)
                        .property("reaction", STRING)
                        .property("emoji", STRING)
                        .property("reactionsCount", INTEGER)
                        .property("firstReactionAt", DATE_TIME)
                        .links("self", "reactable", "reactingUsers[]")
                        .example(EmojiReactionHal.of(reaction, Rights.ofSystem())),
                Shape.plain("EmojiReactionWrite").property("reaction", STRING));
    }
}
