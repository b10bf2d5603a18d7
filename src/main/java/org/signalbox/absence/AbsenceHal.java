package org.signalbox.absence;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.PLAIN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.signalbox.account.Actor;
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

/** Absences in the API. */
public final class AbsenceHal {

    static final Attribute<Absence, Long> ID = Attribute.of("id", INTEGER, Absence::id);
    static final Attribute<Absence, Absence.Kind> KIND =
            Attribute.of("kind", Types.word(Absence.Kind.class), Absence::kind)
                    .writable()
                    .required()
                    .withDefault()
                    .from(
                            Choices.words(
                                    "vacation",
                                    "sickness",
                                    "parental_leave",
                                    "unpaid_leave",
                                    "training",
                                    "other"));
    static final Attribute<Absence, LocalDate> FROM =
            Attribute.of("from", DATE, Absence::from).writable().required();
    static final Attribute<Absence, LocalDate> TO =
            Attribute.of("to", DATE, Absence::to).writable().required();
    static final Attribute<Absence, Boolean> HALF_DAY_AT_START =
            Attribute.of("halfDayAtStart", BOOLEAN, Absence::halfDayAtStart)
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<Absence, Boolean> HALF_DAY_AT_END =
            Attribute.of("halfDayAtEnd", BOOLEAN, Absence::halfDayAtEnd)
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<Absence, String> DESCRIPTION =
            Attribute.of("description", PLAIN, Absence::description).writable();
    static final Attribute<Absence, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, Absence::createdAt);
    static final Attribute<Absence, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, Absence::updatedAt);
    static final Attribute<Absence, Reference> USER =
            Attribute.of("user", Types.link("User", "users"), Absence::user)
                    .writableOnCreate()
                    .required()
                    .withDefault()
                    .from(Choices.at("/api/v3/principals"));

    static final Description<Absence> ABSENCE =
            Description.<Absence>of("Absence")
                    .with(ID, KIND, FROM, TO, HALF_DAY_AT_START, HALF_DAY_AT_END, DESCRIPTION)
                    .with(CREATED_AT, UPDATED_AT, USER)
                    .filters(
                            Filter.of("id", Filters.reference("b.id")),
                            Filter.of("user", Filters.person("b.user_id")),
                            Filter.of("kind", Filters.word("b.kind")),
                            Filter.of("from", Filters.date("b.first_day")),
                            Filter.of("to", Filters.date("b.last_day")),
                            Filter.of(
                                    "datesInterval", Filters.overlap("b.first_day", "b.last_day")),
                            Filter.of("createdAt", Filters.time("b.created_at")),
                            Filter.of("updatedAt", Filters.time("b.updated_at")))
                    .sorts(
                            Sort.by("id", "b.id"),
                            Sort.by("user", "b.user_id"),
                            Sort.by("from", "b.first_day"),
                            Sort.by("to", "b.last_day"))
                    .orderedBy(new Sort.Key("from", false));

    private AbsenceHal() {}

    /** An absence among others; who sees it may change it. */
    public static Document of(Absence absence) {
        var self = "/api/v3/absences/" + absence.id();
        return ABSENCE.document(absence)
                .link("self", Link.to(self))
                .link("schema", Link.to("/api/v3/absences/schema"))
                .link("update", Link.action(self + "/form", "post"))
                .link("updateImmediately", Link.action(self, "patch"))
                .link("delete", Link.action(self, "delete"));
    }

    /** An absence by itself, with what it embeds. */
    public static Document single(AbsenceDetail detail, Actor actor) {
        var user = detail.user();
        var document = of(detail.absence());
        return user == null ? document : document.embed("user", UserHal.document(user, actor));
    }

    static List<Shape> shapes() {
        return List.of(
                ABSENCE.shape()
                        .links("self", "schema", "update", "updateImmediately", "delete")
                        .embeds("user", "User"),
                ABSENCE.writeShape());
    }
}
