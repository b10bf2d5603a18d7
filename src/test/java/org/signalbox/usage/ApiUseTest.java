package org.signalbox.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.signalbox.store.Dialect;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.testing.TestDatabases;

@Tag("api")
class ApiUseTest {
    private final Database database = TestDatabases.open();
    private Instant now = Instant.parse("2026-03-04T10:20:00Z");
    private boolean full;
    private final ApiUse one = server();
    private final ApiUse other = server();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void servers_on_one_database_add_up() {
        one.count(200);
        other.count(200);
        other.count(401);
        one.write();
        other.write();
        one.count(200);
        one.write();

        assertThat(one.lastDay(Actor.system())).isEqualTo(other.lastDay(Actor.system()));
        assertThat(last(one).answers()).isEqualTo(Map.of(200, 3L, 401, 1L));
    }

    @Test
    void what_is_not_written_yet_is_counted_once() {
        one.count(200);
        assertThat(last(one).requests()).isEqualTo(1);
        assertThat(last(other).requests()).isZero();

        one.write();
        one.write();
        assertThat(last(one).requests()).isEqualTo(1);
        assertThat(last(other).requests()).isEqualTo(1);
    }

    @Test
    void what_the_database_does_not_take_is_kept_for_the_next_time() {
        one.count(200);
        full = true;
        assertThatThrownBy(one::write).hasMessage("full");
        one.count(503);
        full = false;
        one.write();

        assertThat(last(other).answers()).isEqualTo(Map.of(200, 1L, 503, 1L));
    }

    @Test
    void a_day_has_24_hours_and_the_running_one_is_the_last() {
        one.count(200);
        now = now.plus(Duration.ofHours(23));
        one.count(422);
        List<UsedHour> day = one.lastDay(Actor.system());

        assertThat(day).hasSize(24);
        assertThat(day.getFirst().start()).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(day.getFirst().requests()).isEqualTo(1);
        assertThat(day.getLast().start()).isEqualTo("2026-03-05T09:00:00Z");
        assertThat(day.getLast().answers()).isEqualTo(Map.of(422, 1L));
        assertThat(day.subList(1, 23)).allMatch(hour -> hour.requests() == 0);

        now = now.plus(1, ChronoUnit.HOURS);
        assertThat(one.lastDay(Actor.system())).allMatch(hour -> !hour.answers().containsKey(200));
    }

    @Test
    void after_eight_days_an_hour_is_forgotten() {
        one.count(200);
        one.write();
        now = now.plus(Duration.ofDays(8).plusHours(1));
        one.count(200);
        one.write();

        long rows =
                database.read(view ->
                        view.sql("select count(*) from api_use")
                                .query((row, _) -> row.getLong(1))
                                .single());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void to_be_refused_and_to_fail_are_told_apart_from_mistakes_of_clients() {
        var hour = new UsedHour(now, Map.of(200, 5L, 404, 4L, 422, 3L, 401, 2L, 429, 1L, 500, 7L));

        assertThat(hour.requests()).isEqualTo(22);
        assertThat(hour.refused()).isEqualTo(Map.of(401, 2L, 429, 1L));
        assertThat(hour.failed()).isEqualTo(Map.of(500, 7L));
        assertThat(hour.bad()).isEqualTo(10);
    }

    private static UsedHour last(ApiUse use) {
        return use.lastDay(Actor.system()).getLast();
    }

    private ApiUse server() {
        return new ApiUse(new Sometimes(), new UsageStore(), () -> now, new Surprises());
    }

    /** The same database, which at times takes nothing. */
    private final class Sometimes implements Database {
        @Override
        public <T extends @Nullable Object> T read(Function<? super View, ? extends T> query) {
            return database.read(query);
        }

        @Override
        public <T extends @Nullable Object> T write(Function<? super Tx, ? extends T> work) {
            if (full) {
                throw new IllegalStateException("full");
            }
            return database.write(work);
        }

        @Override
        public Dialect dialect() {
            return database.dialect();
        }

        @Override
        public void close() {}
    }
}
