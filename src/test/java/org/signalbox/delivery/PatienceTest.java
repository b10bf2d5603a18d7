package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.webhook.Patience;

class PatienceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final DeliverySettings SETTINGS =
            new DeliverySettings(List.of(SECOND, SECOND.multipliedBy(5)), 3, SECOND);

    @Test
    void where_nothing_was_promised_the_settings_hold() {
        assertThat(SETTINGS.within(null)).isSameAs(SETTINGS);
    }

    @Test
    void a_promise_of_the_format_wins_and_the_last_pause_repeats() {
        var settings = SETTINGS.within(new Patience(Duration.ofSeconds(30), 4, 10));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.pauseAfter()).isEqualTo(10);
        assertThat(settings.schedule().triesMax()).isEqualTo(5);
        assertThat(settings.retrySchedule())
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 5L, 5L, 5L);
    }

    @Test
    void fewer_retries_leave_the_longer_pauses_out() {
        var settings = SETTINGS.within(new Patience(SECOND, 1, 1));
        assertThat(settings.retrySchedule()).containsExactly(SECOND);
    }
}
