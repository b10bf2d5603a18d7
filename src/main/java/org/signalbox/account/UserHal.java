package org.signalbox.account;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.DECIMAL;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Terms;

/** People in the API: everything for themselves and administrators, the name for others. */
public final class UserHal {
    static final Attribute<User, Long> ID = Attribute.of("id", INTEGER, User::id);
    static final Attribute<User, String> NAME = Attribute.of("name", STRING, User::name);
    static final Attribute<User, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, User::createdAt);
    static final Attribute<User, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, User::updatedAt);
    static final Attribute<User, String> LOGIN =
            Attribute.of("login", STRING, User::login)
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin)
                    .requiredByRules()
                    .length(1, 256);
    static final Attribute<User, Boolean> ADMIN =
            Attribute.of("admin", BOOLEAN, User::admin)
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin);
    static final Attribute<User, String> FIRST_NAME =
            Attribute.of("firstName", STRING, User::firstName)
                    .writable()
                    .requiredByRules()
                    .length(1, 30);
    static final Attribute<User, String> LAST_NAME =
            Attribute.of("lastName", STRING, User::lastName)
                    .writable()
                    .requiredByRules()
                    .length(1, 30);
    static final Attribute<User, String> EMAIL =
            Attribute.of("email", STRING, User::email).writable().requiredByRules().length(1, 60);
    static final Attribute<User, String> STATUS =
            Attribute.<User, String>of("status", STRING, user -> user.status().word())
                    .writableOnCreate()
                    .writableIf(Actor.class, Actor::isAdmin)
                    .from(Choices.words("active", "registered", "invited"))
                    .withDefault();
    static final Attribute<User, String> LANGUAGE =
            Attribute.of("language", STRING, User::language).writable().length(2, 10);
    static final Attribute<User, String> POSITION =
            Attribute.<User, String>of("position", STRING, user -> user.employment().position())
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin)
                    .length(0, 255);
    static final Attribute<User, String> DISCIPLINE =
            Attribute.<User, String>of("discipline", STRING, user -> user.employment().discipline())
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin)
                    .length(0, 255);
    static final Attribute<User, String> LOCATION =
            Attribute.<User, String>of("location", STRING, user -> user.employment().location())
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin)
                    .length(0, 255);
    static final Attribute<User, LocalDate> HIRED_ON =
            Attribute.<User, LocalDate>of("hiredOn", DATE, user -> user.employment().hiredOn())
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin);
    static final Attribute<User, LocalDate> LEFT_ON =
            Attribute.<User, LocalDate>of("leftOn", DATE, user -> user.employment().leftOn())
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin);
    static final Attribute<User, Boolean> BILLABLE =
            Attribute.<User, Boolean>of("billable", BOOLEAN, user -> user.employment().billable())
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin);
    static final Attribute<User, BigDecimal> BILL_RATE =
            Attribute.<User, BigDecimal>of(
                            "billRate", DECIMAL, user -> user.employment().billRate())
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin);
    static final Attribute<User, String> EMPLOYEE_NUMBER =
            Attribute.<User, String>of(
                            "employeeNumber", STRING, user -> user.employment().employeeNumber())
                    .writable()
                    .writableIf(Actor.class, Actor::isAdmin)
                    .length(0, 255);
    static final Attribute<User, String> PASSWORD =
            Attribute.<User, String>of("password", STRING, _ -> null).untracked().hidden();
    static final Attribute<User, String> CURRENT_PASSWORD =
            Attribute.<User, String>of("currentPassword", STRING, _ -> null).untracked().hidden();

    /** What administrators see and ask. */
    static final Description<User> USERS =
            Description.<User>of("User")
                    .with(ID, NAME, CREATED_AT, UPDATED_AT, LOGIN, ADMIN, FIRST_NAME, LAST_NAME)
                    .with(
                            EMAIL,
                            STATUS,
                            LANGUAGE,
                            POSITION,
                            DISCIPLINE,
                            LOCATION,
                            HIRED_ON,
                            LEFT_ON)
                    .with(BILLABLE, BILL_RATE, EMPLOYEE_NUMBER, PASSWORD, CURRENT_PASSWORD)
                    .filters(
                            Filter.of("id", Filters.person("u.id")),
                            Filter.of("status", UserHal::status),
                            Filter.of("login", Filters.text("u.login")),
                            Filter.of("email", Filters.text("u.email")),
                            Filter.of("name", Filters.text(PrincipalHal.FULL_NAME, "u.email")),
                            Filter.of("anyNameAttribute", PrincipalHal.ANY_NAME),
                            Filter.of("blocked", Filters.flag("(u.status = 'locked')")),
                            Filter.of("group", PrincipalHal.inGroup("u.id")))
                    .sorts(
                            Sort.by("id", "u.id"),
                            Sort.by("name", "lower(" + PrincipalHal.FULL_NAME + ")"),
                            Sort.by("login", "lower(u.login)"),
                            Sort.by("email", "lower(u.email)"),
                            Sort.by("status", "u.status"),
                            Sort.by("created_at", "u.created_at"),
                            Sort.by("updated_at", "u.updated_at"),
                            Sort.byNullable("hiredOn", "u.hired_on"),
                            Sort.byNullable("leftOn", "u.left_on"));

    private UserHal() {}

    /** The path of a person's resource. */
    public static String path(long id) {
        return "/api/v3/users/" + id;
    }

    /** A person as others link to them. */
    public static Link link(User user) {
        return Link.to(path(user.id()), user.name());
    }

    /** A person as this viewer may see them. */
    public static Document document(User user, Actor viewer) {
        boolean all = viewer.isAdmin() || viewer.is(user.id());
        Document document =
                all
                        ? USERS.document(user).put("identityUrl", (String) null)
                        : new Document("User").put("id", user.id()).put("name", user.name());
        document.put("avatar", (String) null)
                .link("self", link(user))
                .link("memberships", PrincipalHal.memberships(user.id()))
                .link("showUser", Link.to("/users/" + user.id()).ofType("text/html"));
        if (all) {
            document.link(
                    "updateImmediately",
                    Link.action(path(user.id()), "patch").titled("Update " + user.login()));
        }
        return viewer.isAdmin() ? withActions(document, user) : document;
    }

    private static Document withActions(Document document, User user) {
        String lock = path(user.id()) + "/lock";
        if (user.status() == UserStatus.LOCKED) {
            document.link(
                    "unlock", Link.action(lock, "delete").titled("Remove lock on " + user.login()));
        } else {
            document.link("lock", Link.action(lock, "post").titled("Set lock on " + user.login()));
        }
        return document.link(
                "delete", Link.action(path(user.id()), "delete").titled("Delete " + user.login()));
    }

    /** The filter for the status, by its word or number. */
    public static String status(Terms terms) {
        List<String> words =
                terms.values().stream()
                        .map(value -> UserStatus.named(value).orElseThrow(terms::invalid).word())
                        .toList();
        if (words.isEmpty()) {
            throw terms.invalid();
        }
        return switch (terms.operator()) {
            case "=" -> "u.status in (" + terms.bind(words) + ")";
            case "!" -> "u.status not in (" + terms.bind(words) + ")";
            default -> throw terms.unknownOperator();
        };
    }

    static List<Shape> shapes() {
        return List.of(
                USERS.shape()
                        .partly()
                        .optional("identityUrl", STRING)
                        .optional("avatar", STRING)
                        .links("self", "memberships", "showUser", "updateImmediately")
                        .links("lock", "unlock", "delete"),
                USERS.writeShape());
    }
}
