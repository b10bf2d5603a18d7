package org.signalbox.account;

import java.util.Locale;
import java.util.Optional;

/** Where a person stands between the invitation and the last day. */
public enum UserStatus {
    /** Works here; the only status that may sign in. */
    ACTIVE(1),
    /** Signed up and waits for an administrator. */
    REGISTERED(2),
    /** Kept out for now, with everything they did in place. */
    LOCKED(3),
    /** Asked to join, has no password yet. */
    INVITED(4),
    /** Gone: the row stays, without personal data, for what the person left behind. */
    DELETED(5);

    private final int number;

    UserStatus(int number) {
        this.number = number;
    }

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a status by its word or by its number, as filters write it. Never {@link #DELETED}. */
    public static Optional<UserStatus> named(String wordOrNumber) {
        for (UserStatus status : values()) {
            if (status != DELETED
                    && (status.word().equals(wordOrNumber)
                            || Integer.toString(status.number).equals(wordOrNumber))) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    static UserStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
