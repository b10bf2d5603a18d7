package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What happens when somebody sets the clock. */
class ClockTest {
    private static final Result OK = new Result.Success();

    private final LaneTester lane = LaneTester.perSubject();

    @Test
    void a_retry_waits_no_longer_when_the_clock_goes_back() {
        lane.happen("a").go();
        lane.fail(1);
        lane.pass(Duration.ofSeconds(2)).go();
        assertThat(lane.pass(Duration.ofHours(-5)).go()).isEmpty();
        assertThat(lane.pass(Duration.ofSeconds(4)).go()).containsExactly(1L);
    }

    @Test
    void the_store_learns_of_the_new_time_and_a_restart_goes_by_it() {
        lane.happen("a").go();
        lane.fail(1);
        lane.pass(Duration.ofHours(-5)).go();
        lane.write();
        lane.crash();
        assertThat(lane.pass(Duration.ofSeconds(6)).go()).containsExactly(1L);
    }

    @Test
    void a_clock_set_back_while_the_process_was_down_holds_nothing_up_for_ever() {
        lane.happen("a").go();
        lane.fail(1);
        lane.write();
        lane.crash();
        lane.now = Instant.EPOCH;
        assertThat(lane.go()).isEmpty();
        assertThat(lane.pass(Duration.ofHours(24)).go()).containsExactly(1L);
    }

    @Test
    void the_next_probe_waits_no_longer_when_the_clock_goes_back() {
        probed();
        assertThat(lane.pass(Duration.ofHours(-30)).go()).isEmpty();
        lane.write();
        lane.crash();
        assertThat(lane.pass(Duration.ofSeconds(67)).go()).hasSize(1);
    }

    @Test
    void the_next_probe_is_not_held_up_by_a_clock_set_back_while_the_process_was_down() {
        probed();
        lane.write();
        lane.crash();
        lane.now = Instant.EPOCH;
        lane.go();
        assertThat(lane.pass(Duration.ofHours(24)).go()).hasSize(1);
    }

    private void probed() {
        for (int i = 0; i < 3; i++) {
            lane.happen("a" + i).go();
            lane.fail(lane.underWay.getFirst().sequence());
        }
        assertThat(lane.lane.failing()).isTrue();
        lane.go();
    }

    @Test
    void what_waits_for_no_time_does_not_mind_the_clock() {
        lane.happen("a", "a").go();
        lane.fail(1);
        lane.pass(Duration.ofSeconds(6)).go();
        lane.now = lane.now.minus(Duration.ofDays(3));
        lane.succeed(1);
        assertThat(lane.go()).containsExactly(2L);
    }

    @Test
    void small_corrections_of_the_clock_change_nothing() {
        lane.happen("a").go();
        lane.fail(1);
        lane.write();
        lane.pass(Duration.ofMillis(-900)).go();
        assertThat(lane.lane.urgent()).isFalse();
    }

    @Test
    void a_clock_that_goes_forward_makes_things_due() {
        lane.happen("a").go();
        lane.fail(1);
        assertThat(lane.pass(Duration.ofDays(3)).drain(OK)).containsExactly(1L);
    }

    @Test
    void a_rate_is_not_held_up_by_a_clock_that_goes_back() {
        var paced = new LaneTester(Order.SUBJECT, 16, 1).happen("a", "b");
        paced.go();
        paced.pass(Duration.ofHours(-1));
        assertThat(paced.go()).isEmpty();
        assertThat(paced.pass(Duration.ofSeconds(1)).go()).containsExactly(2L);
    }
}
