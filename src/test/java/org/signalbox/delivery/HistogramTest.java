package org.signalbox.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 180, 4_000, 214_000, 8_400_000, 30_000_000})
    void a_time_is_found_again_to_a_tenth(long micros) {
        var histogram = new Histogram();
        histogram.add(Duration.ofNanos(micros * 1_000));

        Duration found = requireNonNull(histogram.percentile(50));
        assertThat(found.toNanos() / 1_000.0 / micros).isCloseTo(1, within(0.1));
    }

    @Test
    void of_a_hundred_times_the_slowest_five_lie_above_p95() {
        var histogram = new Histogram();
        for (int i = 0; i < 95; i++) {
            histogram.add(Duration.ofMillis(10));
        }
        for (int i = 0; i < 5; i++) {
            histogram.add(Duration.ofSeconds(10));
        }

        assertThat(histogram.percentile(95)).isLessThan(Duration.ofMillis(12));
        assertThat(histogram.percentile(96)).isGreaterThan(Duration.ofSeconds(9));
    }

    @Test
    void as_text_and_back_it_says_the_same_and_can_be_added_to() {
        var one = new Histogram();
        one.add(Duration.ZERO);
        one.add(Duration.ofMillis(3));
        Histogram read = Histogram.of(one.text());
        read.addAll(Histogram.of(one.text()));

        assertThat(Histogram.of(one.text()).text()).isEqualTo(one.text());
        assertThat(read.percentile(99)).isEqualTo(one.percentile(99));
        assertThat(read.text()).isEqualTo("0:2 " + one.text().split(" ", 2)[1].replace(":1", ":2"));
        assertThat(Histogram.of("").percentile(50)).isNull();
    }
}
