package org.signalbox.event;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes event ids: {@code evt_} and 26 characters of Crockford's base 32, of which the first ten
 * are the time in milliseconds and the rest are chance (80 bits), as in a ULID.
 */
final class EventIds {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;

    private final RandomGenerator random;

    EventIds(RandomGenerator random) {
        this.random = random;
    }

    String next(Instant now) {
        var id = new StringBuilder(4 + TIME_DIGITS + RANDOM_DIGITS).append("evt_");
        append(id, now.toEpochMilli(), TIME_DIGITS);
        append(id, random.nextLong(), RANDOM_DIGITS / 2);
        append(id, random.nextLong(), RANDOM_DIGITS / 2);
        return id.toString();
    }

    /** When the event of this id happened, to the millisecond; none when it is no such id. */
    static Optional<Instant> timeOf(String id) {
        if (!id.matches("evt_[0-7][%s]{25}".formatted(DIGITS))) {
            return Optional.empty();
        }
        long millis = 0;
        for (int i = 4; i < 4 + TIME_DIGITS; i++) {
            millis = millis << 5 | DIGITS.indexOf(id.charAt(i));
        }
        return Optional.of(Instant.ofEpochMilli(millis));
    }

    private static void append(StringBuilder id, long bits, int digits) {
        for (int shift = (digits - 1) * 5; shift >= 0; shift -= 5) {
            id.append(DIGITS.charAt((int) (bits >>> shift) & 31));
        }
    }
}
