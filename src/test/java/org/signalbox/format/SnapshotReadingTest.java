package org.signalbox.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SnapshotReadingTest {
    private final JsonMapper json = JsonMapper.builder().addModule(new SnapshotReading()).build();

    record Pair(String name, int count, Instant at) {
        Pair {
            if (count < 0) {
                throw new IllegalArgumentException("less than none");
            }
        }
    }

    @Test
    void any_time_is_read_as_it_was_written() {
        var random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            long second = random.nextLong(-100_000_000_000L, 300_000_000_000L);
            int unit = new int[] {1_000_000_000, 1_000_000, 1_000, 1}[i % 4];
            var time =
                    Instant.ofEpochSecond(
                            second, (long) random.nextInt(1_000_000_000) / unit * unit);
            assertThat(SnapshotReading.time(time.toString())).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-04T10:15:30.1Z",
                "2026-03-04T10:15:30.12345Z",
                "2026-03-04T10:15:30.Z",
                "2026-03-04T11:15:30+01:00"
            })
    void another_writing_is_read_as_ever(String text) {
        assertThat(SnapshotReading.time(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "2026-02-30T10:15:30Z", "2026-03-04T10:15Z", "2026-03-04"})
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> SnapshotReading.time(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_record_is_made_by_its_constructor() {
        String text = "{\"name\":\"a\",\"count\":2,\"at\":\"2026-03-04T10:15:30Z\"}";
        assertThat(json.readValue(text, Pair.class))
                .isEqualTo(new Pair("a", 2, Instant.parse("2026-03-04T10:15:30Z")));
        assertThatThrownBy(() -> json.readValue(text.replace("2,", "-2,"), Pair.class))
                .hasMessageContaining("less than none");
    }
}
