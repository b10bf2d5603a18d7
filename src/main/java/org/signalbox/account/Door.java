package org.signalbox.account;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How somebody came in, and from where.
 *
 * @param name of the API token or the OAuth application; null for the other kinds
 * @param address of the client; null if no client was involved
 * @param until when the door closes for them; null where nothing is known of that
 */
public record Door(
        Kind kind, @Nullable String name, @Nullable String address, @Nullable Instant until) {

    /** No request was involved: the server did it by itself. */
    public static final Door SERVER = new Door(Kind.SERVER, null, null, null);

    /** Somebody signed in with their password. */
    public static final Door SESSION = new Door(Kind.SESSION, null, null, null);

    /** The kinds of doors there are. */
    public enum Kind {
        SERVER,
        SESSION,
        TOKEN,
        OAUTH;

        /** The word in the database and the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** An API token of this name was shown, which lasts until then. */
    public static Door token(String name, @Nullable Instant until) {
        return new Door(Kind.TOKEN, name, null, until);
    }

    /** An OAuth application of this name asked on somebody's behalf, or its own. */
    public static Door oauth(String application) {
        return new Door(Kind.OAUTH, application, null, null);
    }

    /** The same, for a request from this address. */
    public Door from(String clientAddress) {
        return new Door(kind, name, clientAddress, until);
    }

    /** Whether it is an application that asks, and no person at a page of ours. */
    public boolean isForApplications() {
        return kind == Kind.TOKEN || kind == Kind.OAUTH;
    }
}
