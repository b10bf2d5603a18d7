package org.signalbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PercentilesTest {

    @Test
    void takes_the_nearest_rank() {
        var hundred = new Percentiles(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

        assertThat(hundred.at(0.5)).isEqualTo(50);
        assertThat(hundred.at(0.99)).isEqualTo(99);
        assertThat(hundred.at(1)).isEqualTo(100);
        assertThat(hundred.at(0)).isEqualTo(1);
    }

    @Test
    void takes_the_median_of_an_odd_and_of_an_even_number() {
        assertThat(new Percentiles(9, 1, 5).median()).isEqualTo(5);
        assertThat(new Percentiles(9, 1, 5, 6).median()).isEqualTo(5.5);
    }

    @Test
    void refuses_to_make_something_of_nothing() {
        assertThatThrownBy(Percentiles::new).isInstanceOf(IllegalArgumentException.class);
    }
}
