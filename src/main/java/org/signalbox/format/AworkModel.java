package org.signalbox.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object as awork writes it: properties that have no value are left out. */
final class AworkModel {
    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final long NANOS_PER_TICK = 100;

    /** What lies between the year 1, from which ticks count, and 1970. */
    private static final long SECONDS_BEFORE_1970 = 62_135_596_800L;

    /** As many digits as there are, at most seven. */
    private static final DateTimeFormatter TIME = time(0, "Z");

    private static final DateTimeFormatter ROUND_TRIP = time(7, "+00:00");

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private static DateTimeFormatter time(int digitsMin, String zone) {
        return new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, digitsMin, 7, true)
                .appendLiteral(zone)
                .toFormatter()
                .withZone(ZoneOffset.UTC);
    }

    /** With seven digits and the offset: {@code 2026-03-02T09:14:27.1837260+00:00}. */
    static String roundTrip(Instant time) {
        return ROUND_TRIP.format(time);
    }

    static String roundTrip(LocalDate day) {
        return roundTrip(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    ObjectNode json() {
        return json;
    }

    AworkModel put(String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
        return this;
    }

    /** A text, where the empty one is none. */
    AworkModel text(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : put(name, value);
    }

    AworkModel flag(String name, boolean value) {
        json.put(name, value);
        return this;
    }

    AworkModel number(String name, long value) {
        json.put(name, value);
        return this;
    }

    /** How many there are, if that is known. */
    AworkModel count(String name, @Nullable Long value) {
        return value == null ? this : number(name, value);
    }

    AworkModel seconds(String name, @Nullable Duration value) {
        return value == null ? this : number(name, value.toSeconds());
    }

    AworkModel time(String name, Instant value) {
        return put(name, TIME.format(value));
    }

    /** The midnight with which the day begins. */
    AworkModel day(String name, @Nullable LocalDate value) {
        return put(name, value == null ? null : value + "T00:00:00Z");
    }

    AworkModel object(String name, @Nullable AworkModel value) {
        if (value != null) {
            json.set(name, value.json);
        }
        return this;
    }

    AworkModel list(String name, List<AworkModel> values) {
        var array = json.putArray(name);
        values.forEach(value -> array.add(value.json));
        return this;
    }

    /** When it was made and changed last, and by whom as far as that is known. */
    AworkModel stamps(
            Instant createdAt,
            @Nullable String createdBy,
            Instant updatedAt,
            @Nullable String updatedBy) {
        return time("createdOn", createdAt)
                .put("createdBy", createdBy)
                .time("updatedOn", updatedAt)
                .put("updatedBy", updatedBy);
    }

    /** The moment of the last change in ticks, by which receivers tell versions apart. */
    AworkModel version(Instant updatedAt) {
        long seconds = updatedAt.getEpochSecond() + SECONDS_BEFORE_1970;
        return number(
                "resourceVersion",
                seconds * TICKS_PER_SECOND + updatedAt.getNano() / NANOS_PER_TICK);
    }
}
