package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.signalbox.event.Event;
import org.signalbox.event.Subject;

class LuggageTest {
    private static final int LARGE = 40_000;

    private final Luggage.Space space = new Luggage.Space(100_000);
    private final Luggage one = new Luggage(space);
    private final Luggage other = new Luggage(space);

    @Test
    void what_does_not_fit_is_left_out_and_each_has_some_space_of_its_own() {
        keep(one, 10);
        assertThat(one.size()).isEqualTo(4);
        assertThat(one.take(5)).isNull();

        keep(other, 10);
        assertThat(other.size()).isEqualTo(1);
    }

    @Test
    void space_comes_back_when_events_go() {
        keep(one, 10);
        assertThat(one.take(1)).isNotNull();
        assertThat(one.take(1)).isNull();
        one.keepOnly(sequence -> sequence > 2);
        assertThat(one.size()).isEqualTo(2);
        keep(other, 10);
        assertThat(other.size()).isEqualTo(3);

        one.clear();
        other.clear();
        keep(one, 10);
        assertThat(one.size()).isEqualTo(4);
    }

    private static void keep(Luggage luggage, int count) {
        for (int sequence = 1; sequence <= count; sequence++) {
            luggage.keep(
                    new Event(
                            sequence,
                            "evt_" + sequence,
                            "custom.large",
                            Instant.EPOCH,
                            new Subject("thing", "1"),
                            null,
                            null,
                            "x".repeat(LARGE)));
        }
    }
}
