package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.webhook.Aggregation.Role.BEGINS;
import static org.signalbox.webhook.Aggregation.Role.GOES_ON;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of one person to one subject go out as one, where a webhook wants that. */
class GatheringTest {
    private static final long ANA = 1;
    private static final long BEN = 2;

    private final LaneTester lane = LaneTester.gathering(Order.SUBJECT, Duration.ofMinutes(5));

    @Test
    void a_change_waits_for_its_time() {
        lane.change("a", GOES_ON, ANA);
        assertThat(lane.go()).isEmpty();
        assertThat(lane.lane.heldUntil(1)).isEqualTo(lane.now.plus(Duration.ofMinutes(5)));
        assertThat(lane.pass(Duration.ofMinutes(4)).go()).isEmpty();
        lane.passUntilAwake();
        assertThat(lane.lane.heldUntil(1)).isEqualTo(lane.now);
        assertThat(lane.go()).containsExactly(1L);
        assertThat(lane.cursor()).isZero();
        lane.succeed(1);
        assertThat(lane.cursor()).isEqualTo(1);
    }

    @Test
    void what_follows_takes_it_in_and_waits_no_longer() {
        lane.change("a", BEGINS, ANA).go();
        lane.pass(Duration.ofMinutes(2)).change("a", GOES_ON, ANA).go();
        lane.pass(Duration.ofMinutes(2)).change("a", GOES_ON, ANA).go();
        assertThat(lane.store.merged).containsEntry(1L, 2L).containsEntry(2L, 3L).hasSize(2);
        assertThat(lane.cursor()).isEqualTo(2);
        assertThat(lane.pass(Duration.ofMinutes(1)).go()).containsExactly(3L);
        assertThat(lane.underWay.getFirst().first()).isEqualTo(1);
        lane.succeed(3);
        assertThat(lane.cursor()).isEqualTo(3);
        assertThat(lane.lane.hasBacklog()).isFalse();
    }

    @Test
    void after_its_time_another_begins() {
        lane.change("a", GOES_ON, ANA).go();
        lane.pass(Duration.ofMinutes(6)).change("a", GOES_ON, ANA);
        assertThat(lane.go()).containsExactly(1L);
        lane.succeed(1);
        assertThat(lane.go()).isEmpty();
        assertThat(lane.pass(Duration.ofMinutes(5)).go()).containsExactly(2L);
        assertThat(lane.store.merged).isEmpty();
    }

    @Test
    void another_person_ends_it() {
        lane.change("a", GOES_ON, ANA).go();
        lane.change("a", GOES_ON, BEN);
        assertThat(lane.go()).containsExactly(1L);
        lane.succeed(1);
        lane.change("a", GOES_ON, ANA);
        assertThat(lane.go()).containsExactly(2L);
        lane.succeed(2);
        assertThat(lane.go()).isEmpty();
        assertThat(lane.lane.heldUntil(3)).isNotNull();
        assertThat(lane.store.merged).isEmpty();
    }

    @Test
    void a_comment_ends_it() {
        lane.change("a", GOES_ON, ANA).go();
        lane.comment("a", ANA).change("a", GOES_ON, ANA);
        assertThat(lane.go()).containsExactly(1L, 2L);
        lane.succeed(1);
        assertThat(lane.go()).isEmpty();
        assertThat(lane.lane.heldUntil(3)).isNotNull();
    }

    @Test
    void other_events_do_not_wait() {
        lane.change("a", GOES_ON, ANA).happen("b").change("c", BEGINS, ANA);
        assertThat(lane.go()).containsExactly(2L);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void it_is_so_in_every_order(Order order) {
        LaneTester other = LaneTester.gathering(order, Duration.ofMinutes(5));
        other.change("a", GOES_ON, ANA).change("a", GOES_ON, ANA).change("b", GOES_ON, ANA);
        assertThat(other.go()).isEmpty();
        other.pass(Duration.ofMinutes(5));
        assertThat(other.drain(new Result.Success())).containsExactly(2L, 3L);
        assertThat(other.cursor()).isEqualTo(3);
    }

    @Test
    void what_waited_while_the_receiver_was_away_is_gathered_too() {
        lane.lane.pause(new Pause(lane.now, ANA, "Paused by Ana"));
        lane.change("a", BEGINS, ANA).pass(Duration.ofMinutes(1)).change("a", GOES_ON, ANA);
        lane.pass(Duration.ofHours(3));
        assertThat(lane.go()).isEmpty();
        lane.lane.resume(lane.now);
        assertThat(lane.go()).containsExactly(2L);
    }

    @Test
    void a_change_behind_a_failing_one_keeps_its_place() {
        lane.change("a", GOES_ON, ANA).pass(Duration.ofMinutes(5));
        assertThat(lane.go()).containsExactly(1L);
        lane.change("a", GOES_ON, ANA).go();
        lane.fail(1);
        lane.change("a", GOES_ON, ANA).go();
        assertThat(lane.store.merged).isEmpty();
        assertThat(lane.cursor()).isEqualTo(3);
        lane.passUntilAwake();
        assertThat(lane.drain(new Result.Success())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_crash_loses_neither_the_last_change_nor_what_it_takes_in() {
        lane.change("a", BEGINS, ANA).change("a", GOES_ON, ANA).go();
        lane.crash();
        assertThat(lane.go()).isEmpty();
        lane.change("a", GOES_ON, ANA);
        assertThat(lane.pass(Duration.ofMinutes(5)).go()).containsExactly(3L);
        assertThat(lane.store.merged).containsEntry(1L, 2L).containsEntry(2L, 3L);
    }

    @Test
    void a_crash_makes_no_wait_longer() {
        Instant begun = lane.now;
        lane.change("a", BEGINS, ANA).go();
        for (int minutes = 2; minutes <= 4; minutes += 2) {
            lane.pass(Duration.ofMinutes(2)).change("a", GOES_ON, ANA).go();
            lane.crash();
            assertThat(lane.go()).isEmpty();
        }
        assertThat(lane.lane.heldUntil(3)).isEqualTo(begun.plus(Duration.ofMinutes(5)));
        assertThat(lane.pass(Duration.ofMinutes(1)).go()).containsExactly(3L);
    }

    @Test
    void what_was_sent_before_a_crash_still_ends_what_waits() {
        lane.change("a", GOES_ON, ANA).go();
        lane.comment("a", ANA);
        assertThat(lane.go()).containsExactly(1L, 2L);
        lane.succeed(2);
        lane.write();
        lane.store.succeeded.add(2L);
        lane.crash();
        lane.change("a", GOES_ON, ANA);
        assertThat(lane.go()).containsExactly(1L);
        assertThat(lane.store.merged).isEmpty();
    }

    @Test
    void it_is_not_replayed_beside_what_took_it_in() {
        lane.change("a", BEGINS, ANA).change("a", GOES_ON, ANA).go();
        lane.pass(Duration.ofMinutes(5));
        lane.drain(new Result.Success());
        lane.lane.replay(new LaneState.Replay(0, 2));
        assertThat(lane.drain(new Result.Success())).containsExactly(2L);
    }

    @Test
    void a_shorter_time_holds_for_what_waits_and_none_ends_it() {
        lane.change("a", GOES_ON, ANA).go();
        lane.lane.adjust(waiting(Duration.ofMinutes(1)));
        assertThat(lane.go()).isEmpty();
        assertThat(lane.pass(Duration.ofMinutes(1)).go()).containsExactly(1L);
        lane.change("b", GOES_ON, ANA).go();
        lane.lane.adjust(waiting(Duration.ZERO));
        assertThat(lane.change("b", GOES_ON, ANA).go()).containsExactly(2L);
        lane.succeed(2);
        assertThat(lane.go()).containsExactly(3L);
    }

    @Test
    void a_clock_set_back_makes_no_wait_longer() {
        lane.change("a", GOES_ON, ANA).go();
        lane.pass(Duration.ofMinutes(4)).go();
        lane.pass(Duration.ofHours(-3)).go();
        assertThat(lane.pass(Duration.ofMinutes(1)).go()).containsExactly(1L);
    }

    private static LaneSettings waiting(Duration time) {
        return new LaneSettings(Order.SUBJECT, 16, null, LaneTester.SCHEDULE, 10, time);
    }
}
