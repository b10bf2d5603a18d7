package org.signalbox.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HoursTest {

    @Test
    void hours_are_typed_as_decimals_of_either_kind_or_as_a_clock_shows_them() {
        assertThat(Hours.parse("1.5")).contains(Duration.ofMinutes(90));
        assertThat(Hours.parse(" 1,5 ")).contains(Duration.ofMinutes(90));
        assertThat(Hours.parse("1:30")).contains(Duration.ofMinutes(90));
        assertThat(Hours.parse("0")).contains(Duration.ZERO);
        assertThat(Hours.parse("-2")).contains(Duration.ofHours(-2));
        assertThat(Hours.parse("1:75")).isEmpty();
        assertThat(Hours.parse("a while")).isEmpty();
        assertThat(Hours.parse("")).isEmpty();
    }

    @Test
    void hours_are_shown_so_that_they_can_be_typed_again() {
        assertThat(Hours.words(Duration.ofMinutes(90), Locale.ENGLISH)).isEqualTo("1.5");
        assertThat(Hours.words(Duration.ofMinutes(90), Locale.GERMAN)).isEqualTo("1,5");
        assertThat(Hours.words(Duration.ofMinutes(195), Locale.ENGLISH)).isEqualTo("3.25");
        assertThat(Hours.words(Duration.ofHours(100), Locale.ENGLISH)).isEqualTo("100");
        assertThat(Hours.words(Duration.ofMinutes(80), Locale.GERMAN)).isEqualTo("1:20");
        assertThat(Hours.words(Duration.ZERO, Locale.ENGLISH)).isEqualTo("0");
    }
}
