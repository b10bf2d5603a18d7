package org.signalbox.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.signalbox.event.Change;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Input;
import org.signalbox.hal.Problems;
import org.signalbox.hal.Refusal;

/** Makes a person of what a client wrote, and says what is wrong with them. */
final class UserInput {
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}_\\-@.+ ]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{2,4})?");

    /** What people may change of themselves. */
    private static final Set<String> OWN =
            Set.of(
                    UserHal.FIRST_NAME.name(),
                    UserHal.LAST_NAME.name(),
                    UserHal.EMAIL.name(),
                    UserHal.LANGUAGE.name());

    private UserInput() {}

    /** A new person. Who is only invited needs no more than an e-mail address. */
    static User created(Input input, Instant now) {
        UserStatus status = status(input);
        String email = input.or(UserHal.EMAIL, "").strip();
        int at = email.indexOf('@');
        boolean invited = status == UserStatus.INVITED && at > 0;
        return new User(
                0,
                input.or(UserHal.LOGIN, invited ? email : "").strip(),
                input.or(UserHal.FIRST_NAME, invited ? first30(email.substring(0, at)) : "")
                        .strip(),
                input.or(UserHal.LAST_NAME, invited ? first30(email.substring(at)) : "").strip(),
                email,
                input.or(UserHal.ADMIN, false),
                status,
                input.or(UserHal.LANGUAGE, "en"),
                employment(input, Employment.UNKNOWN),
                now,
                now);
    }

    /** The person with what was written. */
    static User changed(Input input, User current, UserStatus status, Instant now) {
        return new User(
                current.id(),
                input.or(UserHal.LOGIN, current.login()).strip(),
                input.or(UserHal.FIRST_NAME, current.firstName()).strip(),
                input.or(UserHal.LAST_NAME, current.lastName()).strip(),
                input.or(UserHal.EMAIL, current.email()).strip(),
                input.or(UserHal.ADMIN, current.admin()),
                status,
                input.or(UserHal.LANGUAGE, current.language()),
                employment(input, current.employment()),
                current.createdAt(),
                now);
    }

    /** Adds what is wrong with the person, whoever they are. */
    static void check(User user, Problems problems) {
        require(UserHal.LOGIN, user.login(), LOGIN, problems);
        require(UserHal.EMAIL, user.email(), EMAIL, problems);
        require(UserHal.LANGUAGE, user.language(), LANGUAGE, problems);
        if (user.login().toLowerCase(Locale.ROOT).equals("me")) {
            problems.add(UserHal.LOGIN, "is reserved");
        }
        if (user.firstName().isEmpty()) {
            problems.add(UserHal.FIRST_NAME, "can't be blank");
        }
        if (user.lastName().isEmpty()) {
            problems.add(UserHal.LAST_NAME, "can't be blank");
        }
    }

    /** Adds the changes that this actor may not make. */
    static void checkAllowed(Actor actor, Map<String, Change> changes, Problems problems) {
        if (actor.isAdmin()) {
            return;
        }
        for (String attribute : changes.keySet()) {
            if (!OWN.contains(attribute)) {
                problems.add(
                        new Refusal.Invalid(
                                Refusal.Kind.READ_ONLY,
                                attribute,
                                "Only administrators can change the attribute " + attribute + "."));
            }
        }
    }

    private static UserStatus status(Input input) {
        String word = input.or(UserHal.STATUS, UserStatus.ACTIVE.word());
        UserStatus status = UserStatus.named(word).orElse(null);
        if (status == null || !status.word().equals(word)) {
            input.problems().add(UserHal.STATUS, "is not a status that exists");
            return UserStatus.INVITED;
        }
        return status;
    }

    private static Employment employment(Input input, Employment current) {
        return new Employment(
                input.get(UserHal.POSITION, current.position()),
                input.get(UserHal.DISCIPLINE, current.discipline()),
                input.get(UserHal.LOCATION, current.location()),
                input.get(UserHal.HIRED_ON, current.hiredOn()),
                input.get(UserHal.LEFT_ON, current.leftOn()),
                input.or(UserHal.BILLABLE, current.billable()),
                input.get(UserHal.BILL_RATE, current.billRate()),
                input.get(UserHal.EMPLOYEE_NUMBER, current.employeeNumber()));
    }

    private static void require(
            Attribute<User, String> attribute, String value, Pattern form, Problems problems) {
        if (value.isEmpty()) {
            problems.add(attribute, "can't be blank");
        } else if (!form.matcher(value).matches()) {
            problems.add(attribute, "is invalid");
        }
    }

    private static String first30(String text) {
        return text.substring(0, Math.min(30, text.length()));
    }
}
