package org.signalbox.rm;

import static java.util.stream.Collectors.groupingBy;
import static org.signalbox.rm.RmFields.Field.link;
import static org.signalbox.rm.RmFields.Field.typed;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.assignment.Assignment;
import org.signalbox.assignment.Assignment.Mode;
import org.signalbox.assignment.AssignmentDetail;
import org.signalbox.assignment.Assignments;
import org.signalbox.format.RmObjects;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Found;
import org.signalbox.hal.Refusal;
import org.signalbox.rm.RmFields.Field;
import org.signalbox.rm.RmFields.Form;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Who is booked for what. How much is a number of one of three names, as the mode says. */
@Component
final class RmAssignments implements RmEntries {
    private static final Map<String, String> SORTS =
            Map.of("created", "createdAt", "updated", "updatedAt");
    private static final BigDecimal PERCENT = new BigDecimal(100);

    private static final RmFields ASSIGNMENT =
            new RmFields(
                    link("user_id", "user", "users"),
                    link("assignable_id", "project", "projects"),
                    link("project_id", "project", "projects"),
                    typed("starts_at", "from", Form.DAY),
                    typed("ends_at", "to", Form.DAY),
                    typed("all_day_assignment", "allDay", Form.FLAG),
                    typed("note", "note", Form.MARKED_UP));

    private final Assignments assignments;
    private final RmUsers users;
    private final RmObjects objects;

    RmAssignments(Assignments assignments, RmUsers users, RmObjects objects) {
        this.assignments = assignments;
        this.users = users;
        this.objects = objects;
    }

    @Override
    public String word() {
        return "assignments";
    }

    @Override
    public ResponseEntity<ObjectNode> list(Actor actor, RmList list, List<Clause> only) {
        var clauses = list.within("datesInterval", only);
        var seen = assignments.list(actor, list.where(clauses, SORTS));
        return list.answer(seen.what().total(), all(actor, seen));
    }

    private List<ObjectNode> all(Actor actor, Seen<Found<Assignment>> seen) {
        return users.billed(actor, seen, Assignment::user, this::shown);
    }

    /** Puts into each of these people what they are booked for. */
    void embedIn(Actor actor, RmList list, Collection<ObjectNode> people) {
        var ids = people.stream().map(one -> one.path("id").asString()).toList();
        if (ids.isEmpty()) {
            return;
        }
        var all = list.whole(List.of(new Clause("user", "=", ids)));
        var theirs =
                all(actor, assignments.list(actor, all)).stream()
                        .collect(groupingBy(one -> one.path("user_id").asLong()));
        for (ObjectNode person : people) {
            long id = person.path("id").asLong();
            var path = "%s/users/%d/assignments".formatted(RmObjects.API, id);
            var own = theirs.getOrDefault(id, List.of());
            person.set("assignments", RmList.embedded(path, own));
        }
    }

    @Override
    public ObjectNode show(Actor actor, long id, Predicate<Place> there) {
        return shown(actor, visible(actor, id, there));
    }

    @Override
    public ObjectNode create(Actor actor, ObjectNode sent) {
        var mode = mode(sent).or(() -> modeOfAmount(sent)).orElse(Mode.PERCENT);
        return ASSIGNMENT.inTheirWords(
                amount(mode),
                () -> {
                    var body = ASSIGNMENT.creation(withoutAmounts(sent, null));
                    writeAmount(body, sent, mode);
                    return shown(actor, assignments.create(actor, body));
                });
    }

    @Override
    public ObjectNode change(Actor actor, long id, ObjectNode sent, Predicate<Place> there) {
        var before = visible(actor, id, there);
        var assignment = before.what().assignment();
        var shown = shown(actor, before);
        var mode = mode(sent).orElse(assignment.mode());
        return ASSIGNMENT.inTheirWords(
                amount(mode),
                () -> {
                    var body = ASSIGNMENT.change(withoutAmounts(sent, mode), shown);
                    writeAmount(body, sent, mode);
                    body.put("lockVersion", assignment.lockVersion());
                    return shown(actor, assignments.change(actor, id, body));
                });
    }

    @Override
    public void delete(Actor actor, long id, Predicate<Place> there) {
        visible(actor, id, there);
        assignments.delete(actor, id);
    }

    private Seen<AssignmentDetail> visible(Actor actor, long id, Predicate<Place> there) {
        var seen = assignments.show(actor, id);
        var found = seen.what().assignment();
        if (!there.test(new Place(found.user().id(), found.project().id()))) {
            throw new Refusal.NotFound();
        }
        return seen;
    }

    /** The mode that was sent. */
    private static Optional<Mode> mode(ObjectNode sent) {
        var word = sent.path("allocation_mode");
        if (word.isMissingNode() || word.isNull()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word.isString() ? word.stringValue() : "") {
                    case "percent" -> Mode.PERCENT;
                    case "hours_per_day" -> Mode.HOURS_PER_DAY;
                    case "fixed", "fixed_hours" -> Mode.FIXED;
                    default ->
                            throw new Refusal.Invalid(
                                    "allocation_mode",
                                    "Allocation mode must be one of percent, hours_per_day, fixed");
                });
    }

    /** The mode that the only amount which was sent belongs to. */
    private static Optional<Mode> modeOfAmount(ObjectNode sent) {
        var modes =
                Stream.of(Mode.values())
                        .filter(mode -> !sent.path(RmObjects.amountName(mode)).isMissingNode())
                        .filter(mode -> !sent.path(RmObjects.amountName(mode)).isNull())
                        .toList();
        return modes.size() == 1 ? Optional.of(modes.getFirst()) : Optional.empty();
    }

    private static Field amount(Mode mode) {
        return typed(RmObjects.amountName(mode), "amount", Form.NUMBER);
    }

    /**
     * What was sent but for the mode and its amount.
     *
     * @param only the mode whose amount is meant; null for all of them
     */
    private static ObjectNode withoutAmounts(ObjectNode sent, @Nullable Mode only) {
        var rest = sent.deepCopy();
        rest.remove("allocation_mode");
        for (Mode mode : Mode.values()) {
            var name = RmObjects.amountName(mode);
            if (only == null || only == mode || rest.path(name).isNull()) {
                rest.remove(name);
            }
        }
        return rest;
    }

    private static void writeAmount(ObjectNode body, ObjectNode sent, Mode mode) {
        body.put("mode", mode.name().toLowerCase(Locale.ROOT));
        var name = RmObjects.amountName(mode);
        var value = sent.get(name);
        if (value != null && !value.isNull()) {
            var number = RmFields.decimal(value);
            if (number == null) {
                throw new Refusal.Invalid(Refusal.Kind.FORMAT, "amount", "");
            }
            body.put("amount", mode == Mode.PERCENT ? number.multiply(PERCENT) : number);
        }
    }

    private ObjectNode shown(Actor actor, Seen<AssignmentDetail> seen) {
        var assignment = seen.what().assignment();
        long user = assignment.user().id();
        return shown(assignment, seen.rights(), users.rates(actor, List.of(user)).get(user));
    }

    private ObjectNode shown(Assignment assignment, Rights rights, @Nullable BigDecimal rate) {
        long user = assignment.user().id();
        return objects.assignment(assignment, rights.seesUser(user) ? user : null, rate);
    }
}
