package org.signalbox.rm;

import static org.signalbox.rm.RmFields.Field.text;
import static org.signalbox.rm.RmFields.Field.typed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.PlaceholderUser;
import org.signalbox.account.Principal;
import org.signalbox.account.Principals;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.account.User;
import org.signalbox.account.UserChanges;
import org.signalbox.account.UserStatus;
import org.signalbox.account.Users;
import org.signalbox.format.RmObjects;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Found;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.rm.RmFields.Form;
import org.signalbox.store.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** People. Nobody is deleted there: who leaves is archived, which is being locked here. */
@Component
final class RmUsers {
    private static final Map<String, String> SORTS =
            Map.of(
                    "created", "createdAt",
                    "updated", "updatedAt",
                    "first_name", "firstName",
                    "last_name", "lastName");

    /** What administrators alone know of people. */
    private static final Map<String, String> SORTS_OF_ADMINISTRATORS =
            Map.of("hire_date", "hiredOn", "termination_date", "leftOn");

    private static final RmFields USER =
            new RmFields(
                    text("first_name", "firstName"),
                    text("last_name", "lastName"),
                    text("email", "email"),
                    text("role", "position"),
                    text("discipline", "discipline"),
                    text("location", "location"),
                    typed("hire_date", "hiredOn", Form.DAY),
                    typed("termination_date", "leftOn", Form.DAY),
                    typed("billable", "billable", Form.FLAG),
                    typed("billrate", "billRate", Form.NUMBER),
                    text("employee_number", "employeeNumber"));

    private final Database database;
    private final Users users;
    private final UserChanges changes;
    private final Principals principals;
    private final RmObjects objects;

    RmUsers(
            Database database,
            Users users,
            UserChanges changes,
            Principals principals,
            RmObjects objects) {
        this.database = database;
        this.users = users;
        this.changes = changes;
        this.principals = principals;
        this.objects = objects;
    }

    ResponseEntity<ObjectNode> list(Actor actor, RmList list, List<Clause> only) {
        var clauses = new ArrayList<>(only);
        if (!list.asksFor("with_archived")) {
            clauses.add(new Clause("status", "!", List.of(UserStatus.LOCKED.word())));
        }
        if (only.isEmpty()
                && list.parameter("sort_field")
                        .filter(SORTS_OF_ADMINISTRATORS::containsKey)
                        .isPresent()) {
            var all = users.list(actor, list.where(clauses, SORTS_OF_ADMINISTRATORS));
            return list.answer(
                    all.total(), all.elements().stream().map(one -> shown(actor, one)).toList());
        }
        clauses.add(new Clause("type", "=", kinds(list)));
        var found = principals.list(actor, list.where(clauses, SORTS)).what();
        return list.answer(
                found.total(),
                found.elements().stream()
                        .map(one -> shown(actor, one))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static List<String> kinds(RmList list) {
        return list.asksFor("include_placeholders")
                ? List.of("User", "PlaceholderUser")
                : List.of("User");
    }

    private Optional<ObjectNode> shown(Actor actor, Principal one) {
        return switch (one) {
            case User user -> Optional.of(shown(actor, user));
            case PlaceholderUser placeholder -> Optional.of(objects.placeholder(placeholder));
            default -> Optional.empty();
        };
    }

    ObjectNode show(Actor actor, long id) {
        return shown(actor, visible(actor, id));
    }

    /** The person, if the actor knows them. */
    User visible(Actor actor, long id) {
        return users.visible(actor, Long.toString(id));
    }

    ObjectNode create(Actor actor, ObjectNode sent) {
        actor.requireAdmin();
        if (sent.path("email").asString("").isBlank()) {
            throw new Refusal.Invalid("email", "Email can't be blank"); // it is the login, too
        }
        return USER.inTheirWords(() -> {
            var body = USER.creation(withoutDefaultRate(sent)).put("status", "invited");
            return shown(actor, changes.create(actor, body));
        });
    }

    ObjectNode change(Actor actor, long id, ObjectNode sent, String address) {
        var before = visible(actor, id);
        var wanted = withoutDefaultRate(sent);
        var archived = wanted.remove("archived");
        return USER.inTheirWords(() -> {
            var body = USER.change(wanted, shown(actor, before));
            var changed = body.isEmpty() ? before : changes.change(actor, id, body, address);
            return shown(
                    actor,
                    archived == null
                            ? changed
                            : archive(actor, changed, archived.asString().matches("true|1")));
        });
    }

    private User archive(Actor actor, User user, boolean wanted) {
        if (wanted == (user.status() == UserStatus.LOCKED)) {
            return user;
        }
        return wanted ? changes.lock(actor, user.id()) : changes.unlock(actor, user.id());
    }

    /** There, a rate of -1 is none. */
    private static ObjectNode withoutDefaultRate(ObjectNode sent) {
        var wanted = sent.deepCopy();
        BigDecimal rate = RmFields.decimal(sent.get("billrate"));
        return rate != null && rate.signum() < 0 ? wanted.putNull("billrate") : wanted;
    }

    private ObjectNode shown(Actor actor, User user) {
        return objects.user(user, tellsAll(actor, user.id()));
    }

    private static boolean tellsAll(Actor actor, long user) {
        return actor.isAdmin() || actor.is(user);
    }

    /** How one entry is shown, with what an hour of its person is billed at. */
    interface Billed<T> {
        ObjectNode shown(T entry, Rights rights, @Nullable BigDecimal rate);
    }

    /** All of these, with what the hours of their people are billed at. */
    <T> List<ObjectNode> billed(
            Actor actor, Seen<Found<T>> seen, Function<T, Reference> person, Billed<T> how) {
        var found = seen.what().elements();
        var rates = rates(actor, found.stream().map(one -> person.apply(one).id()).toList());
        return found.stream()
                .map(one -> how.shown(one, seen.rights(), rates.get(person.apply(one).id())))
                .toList();
    }

    /** What these people's hours are billed at, as far as the actor may know. */
    Map<Long, BigDecimal> rates(Actor actor, Collection<Long> people) {
        var known = people.stream().filter(id -> tellsAll(actor, id)).distinct().toList();
        var rates = new HashMap<Long, BigDecimal>();
        for (User user : database.read(view -> users.all(view, known))) {
            var rate = user.employment().billRate();
            if (rate != null) {
                rates.put(user.id(), rate);
            }
        }
        return rates;
    }
}
