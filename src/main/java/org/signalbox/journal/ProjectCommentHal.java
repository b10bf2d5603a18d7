package org.signalbox.journal;

import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.MARKDOWN;

import java.time.Instant;
import org.signalbox.account.Permission;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Rights;
import org.signalbox.account.UserHal;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Types;
import org.signalbox.project.ProjectHal;

/** Comments on projects in the API. */
public final class ProjectCommentHal {

    static final Attribute<ProjectComment, Long> ID =
            Attribute.of("id", INTEGER, ProjectComment::id);
    static final Attribute<ProjectComment, String> TEXT =
            Attribute.of("text", MARKDOWN, ProjectComment::text).writable().required();
    static final Attribute<ProjectComment, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, ProjectComment::createdAt);
    static final Attribute<ProjectComment, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, ProjectComment::updatedAt);
    static final Attribute<ProjectComment, Reference> PROJECT =
            Attribute.of("project", ProjectHal.LINK, ProjectComment::project);
    static final Attribute<ProjectComment, Reference> AUTHOR =
            Attribute.of("author", Types.link("User", "users"), ProjectComment::author);

    static final Description<ProjectComment> PROJECT_COMMENT =
            Description.<ProjectComment>of("ProjectComment")
                    .with(ID, TEXT, CREATED_AT, UPDATED_AT, PROJECT, AUTHOR)
                    .filters(
                            Filter.of("author", PrincipalHal.known("c.user_id")),
                            Filter.of("createdAt", Filters.time("c.created_at")))
                    .sorts(Sort.by("id", "c.id"), Sort.by("createdAt", "c.created_at"));

    private ProjectCommentHal() {}

    /** A comment among others. */
    public static Document of(ProjectComment comment, Rights rights) {
        var self = "/api/v3/project_comments/" + comment.id();
        var document = PROJECT_COMMENT.document(comment).link("self", Link.to(self));
        if (!rights.seesUser(comment.author().id())) {
            document.link("author", Link.undisclosed());
        }
        if (mayChange(comment, rights)) {
            document.link("updateImmediately", Link.action(self, "patch"))
                    .link("delete", Link.action(self, "delete"));
        }
        return document;
    }

    /** A comment by itself, with what it embeds. */
    public static Document single(ProjectCommentDetail detail, Rights rights) {
        var document =
                of(detail.comment(), rights)
                        .embed("project", ProjectHal.of(detail.project(), rights));
        var author = detail.author();
        return author == null || !rights.seesUser(author.id())
                ? document
                : document.embed("author", UserHal.document(author, rights.actor()));
    }

    /** Their own words for who may comment, and everybody's for who may edit those of others. */
    static boolean mayChange(ProjectComment comment, Rights rights) {
        long project = comment.project().id();
        boolean own = rights.actor().is(comment.author().id());
        return rights.may(Permission.EDIT_PROJECT_COMMENTS, project)
                || (own && rights.may(Permission.ADD_PROJECT_COMMENTS, project));
    }
}
