package org.signalbox.store;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How the tables hold a moment: microseconds since 1970-01-01T00:00:00Z. */
public final class Micros {
    private Micros() {}

    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static @Nullable Long ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    public static Instant at(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, SECONDS.toMicros(1)),
                Math.floorMod(micros, SECONDS.toMicros(1)) * 1_000);
    }

    public static @Nullable Instant atNullable(@Nullable Long micros) {
        return micros == null ? null : at(micros);
    }
}
