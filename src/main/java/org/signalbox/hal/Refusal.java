package org.signalbox.hal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not carried out, and why. Thrown by rules; {@link ErrorDocuments} says in one
 * place what each looks like on the wire. Carries no stack trace: it is an answer, not a fault.
 */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        super(message, null, false, false);
    }

    /** What is said to the client. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** Missing, or not to be seen by who asks: the two look the same. */
    public static final class NotFound extends Refusal {
        public NotFound() {
            super("The requested resource could not be found.");
        }
    }

    /** Seen, but not allowed. */
    public static final class Forbidden extends Refusal {
        public Forbidden() {
            this("You are not authorized to access this resource.");
        }

        public Forbidden(String message) {
            super(message);
        }
    }

    /** Administrators keep applications out for now, whoever they ask for. */
    public static final class SwitchedOff extends Refusal {
        public SwitchedOff() {
            super(
                    "The REST web service is switched off. Administrators can switch it on again"
                            + " under Administration, API.");
        }
    }

    /** Nobody, or not who they say. */
    public static final class Unauthenticated extends Refusal {
        public Unauthenticated(String message) {
            super(message);
        }
    }

    /** One attribute has a value that is not taken. */
    public static final class Invalid extends Refusal {
        private final Kind kind;
        private final String attribute;

        public Invalid(Kind kind, String attribute, String message) {
            super(message);
            this.kind = kind;
            this.attribute = attribute;
        }

        /** A constraint of the attribute is not met. */
        public Invalid(String attribute, String message) {
            this(Kind.CONSTRAINT, attribute, message);
        }

        public Kind kind() {
            return kind;
        }

        public String attribute() {
            return attribute;
        }
    }

    /** Why an attribute's value is not taken. */
    public enum Kind {
        CONSTRAINT,
        READ_ONLY,
        FORMAT,
        MISSING,
        NOT_AVAILABLE_ANYMORE,
        WRONG_RESOURCE
    }

    /** Two or more refusals of the same status. */
    public static final class Several extends Refusal {
        private final List<Refusal> parts;

        public Several(List<? extends Refusal> parts) {
            super("Multiple field constraints have been violated.");
            this.parts = List.copyOf(parts);
        }

        public List<Refusal> parts() {
            return parts;
        }
    }

    /** Somebody else changed the resource in between. */
    public static final class Conflict extends Refusal {
        public Conflict(String message) {
            super(message);
        }

        /**
         * For who has looked at it first.
         *
         * @param seen when it had been changed last, to the millisecond; null for whenever
         */
        public static void check(@Nullable Instant seen, Instant changed) {
            if (seen != null && !changed.truncatedTo(ChronoUnit.MILLIS).equals(seen)) {
                throw new Conflict("It has changed meanwhile.");
            }
        }
    }

    /** The user has a status from which this cannot be done. */
    public static final class BadTransition extends Refusal {
        public BadTransition(String status) {
            super("The user is %s, so this is not possible.".formatted(status));
        }
    }

    /** A filter, sort or paging parameter that makes no sense. */
    public static final class BadQuery extends Refusal {
        public BadQuery(String message) {
            super(message);
        }
    }

    /** A part of a list that there is not. */
    public static final class BadSignal extends Refusal {
        public BadSignal(String path) {
            super("Select is invalid: %s is not supported.".formatted(path));
        }
    }

    /** A place for which no text can be rendered. */
    public static final class BadContext extends Refusal {
        public BadContext() {
            super("Could not render the text in the given context.");
        }
    }

    /** Another parameter that makes no sense. */
    public static final class BadParameter extends Refusal {
        public BadParameter(String name) {
            super("Bad request: " + name + " is invalid");
        }
    }

    /** The body is not what is taken here; nearly everywhere that is one JSON object. */
    public static final class BadBody extends Refusal {
        public BadBody() {
            this("The request body was not a single JSON object.");
        }

        public BadBody(String message) {
            super(message);
        }
    }

    /** The body is longer than the API takes. */
    public static final class TooLarge extends Refusal {
        public TooLarge(int limit) {
            this("The request body is larger than %d bytes.".formatted(limit));
        }

        public TooLarge(String message) {
            super(message);
        }
    }

    /** A body without a word about what it is; the only refusal that is answered in plain text. */
    public static final class MissingContentType extends Refusal {
        public MissingContentType() {
            super("Missing content-type header");
        }
    }

    /** A body in a format that the API does not read. */
    public static final class WrongContentType extends Refusal {
        public WrongContentType(@Nullable String got) {
            this("application/json or application/hal+json", got);
        }

        public WrongContentType(String expected, @Nullable String got) {
            super("Expected CONTENT-TYPE to be %s but got %s.".formatted(expected, got));
        }
    }

    /** The path exists, but not with this method. */
    public static final class WrongMethod extends Refusal {
        public WrongMethod(String method) {
            super("The method %s is not supported here.".formatted(method));
        }
    }

    /** The server has more to do than it can take; trying again soon helps. */
    public static final class Busy extends Refusal {
        public Busy() {
            super("The server is busy. Please try again in a moment.");
        }
    }

    /** The database is away or cannot write. */
    public static final class Unavailable extends Refusal {
        public Unavailable() {
            super("The database cannot be used at the moment. Please try again later.");
        }
    }

    /** A fault of ours. */
    public static final class Fault extends Refusal {
        public Fault() {
            super("An internal error has occurred. It was logged; trying again may help.");
        }
    }
}
