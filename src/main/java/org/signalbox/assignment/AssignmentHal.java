package org.signalbox.assignment;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.DECIMAL;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.PLAIN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.signalbox.account.Permission;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Rights;
import org.signalbox.account.UserHal;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Types;
import org.signalbox.project.ProjectHal;

/** Assignments in the API. */
public final class AssignmentHal {

    static final Attribute<Assignment, Long> ID = Attribute.of("id", INTEGER, Assignment::id);
    static final Attribute<Assignment, Long> LOCK_VERSION =
            Attribute.of("lockVersion", INTEGER, Assignment::lockVersion).echoed();
    static final Attribute<Assignment, LocalDate> FROM =
            Attribute.of("from", DATE, Assignment::from).writable().required();
    static final Attribute<Assignment, LocalDate> TO =
            Attribute.of("to", DATE, Assignment::to).writable().required();
    static final Attribute<Assignment, Assignment.Mode> MODE =
            Attribute.of("mode", Types.word(Assignment.Mode.class), Assignment::mode)
                    .writable()
                    .required()
                    .withDefault()
                    .from(Choices.words("percent", "hours_per_day", "fixed"));
    static final Attribute<Assignment, BigDecimal> AMOUNT =
            Attribute.of("amount", DECIMAL, Assignment::amount).writable().required().withDefault();
    static final Attribute<Assignment, Boolean> ALL_DAY =
            Attribute.of("allDay", BOOLEAN, Assignment::allDay).writable().required().withDefault();
    static final Attribute<Assignment, String> NOTE =
            Attribute.of("note", PLAIN, Assignment::note).writable();
    static final Attribute<Assignment, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, Assignment::createdAt);
    static final Attribute<Assignment, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, Assignment::updatedAt);
    static final Attribute<Assignment, Reference> PROJECT =
            Attribute.of("project", ProjectHal.LINK, Assignment::project)
                    .writable()
                    .required()
                    .from(Choices.at("/api/v3/projects"));
    static final Attribute<Assignment, Reference> USER =
            Attribute.of("user", Types.link("User", "users"), Assignment::user)
                    .writable()
                    .required()
                    .from(Choices.at("/api/v3/principals"));

    static final Description<Assignment> ASSIGNMENT =
            Description.<Assignment>of("Assignment")
                    .with(ID, LOCK_VERSION, FROM, TO, MODE, AMOUNT, ALL_DAY, NOTE)
                    .with(CREATED_AT, UPDATED_AT, PROJECT, USER)
                    .filters(
                            Filter.of("id", Filters.reference("b.id")),
                            Filter.of("project", Filters.reference("b.project_id")),
                            Filter.of("user", PrincipalHal.known("b.user_id")),
                            Filter.of("mode", Filters.word("b.mode")),
                            Filter.of("from", Filters.date("b.first_day")),
                            Filter.of("to", Filters.date("b.last_day")),
                            Filter.of(
                                    "datesInterval", Filters.overlap("b.first_day", "b.last_day")),
                            Filter.of("createdAt", Filters.time("b.created_at")),
                            Filter.of("updatedAt", Filters.time("b.updated_at")))
                    .sorts(
                            Sort.by("id", "b.id"),
                            Sort.by("project", "b.project_id"),
                            Sort.by("user", "b.user_id"),
                            Sort.by("from", "b.first_day"),
                            Sort.by("to", "b.last_day"),
                            Sort.by("createdAt", "b.created_at"),
                            Sort.by("updatedAt", "b.updated_at"))
                    .orderedBy(new Sort.Key("from", false));

    private AssignmentHal() {}

    /** An assignment among others. */
    public static Document of(Assignment assignment, Rights rights) {
        var self = "/api/v3/assignments/" + assignment.id();
        var document =
                ASSIGNMENT
                        .document(assignment)
                        .link("self", Link.to(self))
                        .link("schema", Link.to("/api/v3/assignments/schema"))
                        .link("project", rights.project(assignment.project()));
        if (!rights.seesUser(assignment.user().id())) {
            document.link("user", Link.undisclosed());
        }
        return rights.may(Permission.MANAGE_ASSIGNMENTS, assignment.project().id())
                ? document.link("update", Link.action(self + "/form", "post"))
                        .link("updateImmediately", Link.action(self, "patch"))
                        .link("delete", Link.action(self, "delete"))
                : document;
    }

    /** An assignment by itself, with what it embeds. */
    public static Document single(AssignmentDetail detail, Rights rights) {
        var document =
                of(detail.assignment(), rights)
                        .embed("project", ProjectHal.of(detail.project(), rights));
        var user = detail.user();
        return user == null || !rights.seesUser(user.id())
                ? document
                : document.embed("user", UserHal.document(user, rights.actor()));
    }

    static List<Shape> shapes() {
        return List.of(
                ASSIGNMENT
                        .shape()
                        .links("self", "schema", "update", "updateImmediately", "delete")
                        .embeds("project", "Project")
                        .embeds("user", "User"),
                ASSIGNMENT.writeShape());
    }
}
