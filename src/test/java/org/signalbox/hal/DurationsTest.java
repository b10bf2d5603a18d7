package org.signalbox.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations as clients write them. */
class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "PT1H30M, PT1H30M",
        "PT1.5H, PT1H30M",
        "'PT1,5H', PT1H30M",
        "PT0.25H, PT15M",
        "P1DT2H, PT26H",
        "P0.5D, PT12H",
        "P1W, PT168H",
        "PT90.999S, PT1M30S",
        "pt8h, PT8H",
        "PT0S, PT0S",
        "-PT1H, PT-1H",
    })
    void any_part_may_have_decimals(String written, Duration length) {
        assertThat(Durations.parse(written)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "P1DT", "PT1", "1H", "PT1M1H", "PT.5H", "PT1H ", "P1Y"})
    void what_is_no_duration_is_refused(String written) {
        assertThatThrownBy(() -> Durations.parse(written)).isInstanceOf(DateTimeException.class);
    }
}
