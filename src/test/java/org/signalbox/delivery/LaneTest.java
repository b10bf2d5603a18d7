package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.signalbox.delivery.SetAside.State;

/** Order, retries, rate, cursor and window of one lane. */
class LaneTest {
    private static final Result OK = new Result.Success();

    private final LaneTester lane = LaneTester.perSubject();

    @Test
    void different_subjects_go_side_by_side_and_one_subject_in_order() {
        lane.happen("a", "a", "b", "a");

        assertThat(lane.go()).containsExactly(1L, 3L);
        lane.succeed(1);
        assertThat(lane.go()).containsExactly(2L);
        lane.succeed(2);
        assertThat(lane.go()).containsExactly(4L);
    }

    @Test
    void no_more_requests_at_once_than_the_webhook_allows() {
        var four = new LaneTester(Order.SUBJECT, 4, null).happen("a", "b", "c", "d", "e", "f");

        assertThat(four.go()).containsExactly(1L, 2L, 3L, 4L);
        four.succeed(3);
        assertThat(four.go()).containsExactly(5L);
    }

    @Test
    void strict_sends_one_at_a_time_and_a_failure_holds_the_rest_without_rows() {
        var strict = new LaneTester(Order.STRICT, 16, null).happen("a", "b", "c");

        assertThat(strict.go()).containsExactly(1L);
        strict.fail(1);
        assertThat(strict.go()).isEmpty();
        assertThat(strict.store.asides).containsOnlyKeys(1L);
        assertThat(strict.cursor()).isEqualTo(1);
        strict.passUntilAwake();
        assertThat(strict.go()).containsExactly(1L);
        strict.succeed(1);
        assertThat(strict.go()).containsExactly(2L);
    }

    @Test
    void without_order_deliveries_of_one_subject_go_side_by_side() {
        var none = new LaneTester(Order.NONE, 16, null).happen("a", "a", "a");

        assertThat(none.go()).containsExactly(1L, 2L, 3L);
        none.fail(1);
        none.succeed(2);
        none.succeed(3);
        none.happen("a");
        assertThat(none.go()).containsExactly(4L);
    }

    @Test
    void a_failure_holds_back_its_own_subject_only_and_retries_keep_the_order() {
        lane.happen("a", "b", "a", "a");
        lane.go();
        lane.fail(1);
        lane.succeed(2);
        lane.happen("a", "c");

        assertThat(lane.go()).containsExactly(6L);
        lane.succeed(6);
        lane.passUntilAwake();
        assertThat(lane.drain(OK)).containsExactly(1L, 3L, 4L, 5L);
        assertThat(lane.store.asides).isEmpty();
        assertThat(lane.cursor()).isEqualTo(6);
    }

    @Test
    void the_cursor_stands_before_the_oldest_that_is_not_dealt_with() {
        lane.happen("a", "b", "c");
        lane.go();
        lane.succeed(2);
        lane.succeed(3);
        assertThat(lane.cursor()).isZero();
        lane.succeed(1);
        assertThat(lane.cursor()).isEqualTo(3);
    }

    @Test
    void events_that_are_not_wanted_move_the_cursor() {
        lane.lane.offer(List.of(Wanted.first(5, "a")), 9, lane.now);
        assertThat(lane.cursor()).isEqualTo(4);
        lane.go();
        lane.succeed(5);
        assertThat(lane.cursor()).isEqualTo(9);
    }

    @Test
    void a_healthy_delivery_asks_for_no_write_of_its_own() {
        lane.happen("a");
        lane.drain(OK); // the first success after a start ends a run of failures that may have been
        lane.happen("b").go();
        lane.succeed(2);
        assertThat(lane.lane.urgent()).isFalse();
    }

    @Test
    void a_delivery_is_tried_eleven_times_by_the_schedule_and_then_failed() {
        lane.happen("poison");
        var waits = new ArrayList<Duration>();
        Fate fate = Fate.DELIVERED;
        for (int attempt = 1; attempt <= 11; attempt++) {
            assertThat(lane.go()).contains(1L);
            fate = lane.fail(1);
            lane.happen("fine" + attempt);
            lane.go();
            lane.drain(OK);
            lane.underWay.stream().toList().forEach(send -> lane.succeed(send.sequence()));
            Instant next = fate.nextAt();
            if (next != null) {
                waits.add(Duration.between(lane.now, next));
                lane.now = next;
            }
        }
        assertThat(fate).isEqualTo(Fate.FAILED);
        assertThat(waits).hasSize(10);
        for (int i = 0; i < waits.size(); i++) {
            long step = LaneTester.SCHEDULE.steps().get(i).toMillis();
            assertThat(waits.get(i).toMillis()).isCloseTo(step, within(step / 10 + 1));
        }
        lane.write();
        assertThat(lane.store.aside(1).state()).isEqualTo(State.FAILED);
        assertThat(lane.lane.paused()).isFalse();
        assertThat(lane.pass(Duration.ofDays(2)).go()).isEmpty();
    }

    @Test
    void what_waited_behind_a_failed_delivery_goes_on() {
        lane.happen("poison", "poison");
        var sent = new ArrayList<Long>();
        for (int attempt = 1; attempt <= 11; attempt++) {
            assertThat(sent).doesNotContain(2L);
            lane.go();
            lane.fail(1);
            lane.happen("fine" + attempt);
            sent.addAll(lane.drain(OK));
            lane.underWay.stream().toList().forEach(send -> lane.succeed(send.sequence()));
            lane.pass(Duration.ofHours(9));
        }
        assertThat(sent).containsOnlyOnce(2L);
    }

    @Test
    void the_receiver_may_choose_the_time_of_the_next_try() {
        lane.happen("a").go();
        lane.answer(1, new Result.Failure(Duration.ofMinutes(2)));

        assertThat(lane.pass(Duration.ofSeconds(119)).go()).isEmpty();
        assertThat(lane.pass(Duration.ofSeconds(1)).go()).containsExactly(1L);
        Fate fate = lane.answer(1, new Result.Failure(Duration.ofDays(400)));
        assertThat(fate.nextAt()).isEqualTo(lane.now.plus(24, ChronoUnit.HOURS));
    }

    @Test
    void a_rate_spaces_requests_and_uses_up_no_tries() {
        var slow = new LaneTester(Order.SUBJECT, 16, 10).happen("a", "b", "c", "d");
        var sent = new ArrayList<Long>(slow.go());
        Instant start = slow.now;
        while (sent.size() < 4) {
            slow.underWay.stream().toList().forEach(send -> slow.succeed(send.sequence()));
            slow.passUntilAwake();
            sent.addAll(slow.go());
        }
        assertThat(sent).containsExactly(1L, 2L, 3L, 4L);
        assertThat(Duration.between(start, slow.now))
                .isBetween(Duration.ofMillis(270), Duration.ofMillis(300));
        assertThat(slow.underWay.getFirst().attempt()).isEqualTo(1);
    }

    @Test
    void after_a_crash_what_was_not_recorded_is_sent_again_and_what_was_set_aside_waits() {
        lane.happen("a", "b", "b");
        lane.go();
        lane.fail(2);
        lane.write();
        lane.crash();

        assertThat(lane.go()).containsExactly(1L);
        lane.succeed(1);
        lane.pass(Duration.ofSeconds(6));
        assertThat(lane.drain(OK)).containsExactly(2L, 3L);
    }

    @Test
    void what_arrives_after_a_restart_before_the_log_is_read_up_to_it_goes_once() {
        lane.happen("slow", "b").go();
        lane.fail(2);
        lane.write();
        lane.crash();
        lane.lane.restore(lane.store.aside(2));
        lane.pass(Duration.ofMinutes(1)).underWay.addAll(lane.lane.next(lane.now));
        lane.succeed(2);
        assertThat(lane.drain(OK)).containsExactly(1L);
    }

    @Test
    void a_new_order_forgets_no_attempt_of_what_the_old_one_set_aside() {
        var none = new LaneTester(Order.NONE, 16, null).happen("b", "a", "a");
        none.go();
        none.fail(2);
        none.fail(3);
        LaneTester ordered = none.reordered(Order.SUBJECT);
        ordered.go();
        assertThat(ordered.store.aside(3).attempts()).isEqualTo(1);
        assertThat(ordered.store.aside(3).state()).isEqualTo(State.RETRYING);
    }

    @Test
    void on_resume_also_what_waits_in_the_store_gets_its_tries_anew() {
        var none = new LaneTester(Order.NONE, 16, null).happen("a", "a");
        none.go();
        none.fail(1);
        none.fail(2);
        none.lane.pause(new Pause(none.now, 1L, "Paused by a person"));
        LaneTester ordered = none.reordered(Order.SUBJECT);
        assertThat(ordered.store.aside(2).tries()).isEqualTo(1);
        ordered.lane.resume(ordered.now);
        ordered.write();
        assertThat(ordered.store.aside(1).tries()).isZero();
        assertThat(ordered.store.aside(2).tries()).isZero();
    }

    @Test
    void the_window_is_bounded() {
        lane.happen(IntStream.range(0, 3_000).mapToObj(i -> "s" + i).toArray(String[]::new));
        lane.go();
        assertThat(lane.lane.room()).isZero();
        assertThat(lane.lane.waiting()).isEqualTo(Lane.WINDOW_MAX);
        assertThat(drainAll()).isEqualTo(3_000);
    }

    @Test
    void a_rate_lets_slow_requests_run_side_by_side() {
        var paced = new LaneTester(Order.SUBJECT, 16, 10).happen("a", "b", "c", "d");
        var sent = new ArrayList<Long>(paced.go());
        Instant start = paced.now;
        while (sent.size() < 4) {
            paced.passUntilAwake();
            sent.addAll(paced.go());
        }
        assertThat(paced.underWay).as("none has an answer yet").hasSize(4);
        assertThat(Duration.between(start, paced.now)).isLessThan(Duration.ofMillis(301));
    }

    @Test
    void an_edit_of_something_else_does_not_open_the_rate() {
        var paced = new LaneTester(Order.SUBJECT, 16, 1).happen("a", "b");
        paced.go();
        paced.lane.adjust(
                new LaneSettings(Order.SUBJECT, 8, 1, LaneTester.SCHEDULE, 10, Duration.ZERO));
        assertThat(paced.go()).isEmpty();
        paced.lane.adjust(
                new LaneSettings(Order.SUBJECT, 8, 100, LaneTester.SCHEDULE, 10, Duration.ZERO));
        assertThat(paced.pass(Duration.ofMillis(10)).go()).containsExactly(2L);
    }

    @Test
    void a_retry_is_not_held_up_by_one_that_has_to_wait_for_a_request_under_way() {
        lane.happen("a", "b");
        lane.drain(OK);
        lane.happen("a", "b").go();
        lane.fail(3);
        lane.lane.redeliver(LaneTester.again(1, "a", 1, lane.now), lane.now);
        lane.pass(Duration.ofSeconds(1)).go();
        lane.fail(4);
        lane.pass(Duration.ofSeconds(4).plusMillis(900));
        lane.write();
        Instant wake = lane.lane.wakeAt(lane.now);
        assertThat(wake).isNotNull().isBefore(lane.now.plusSeconds(2));
    }

    @Test
    void concurrency_can_be_changed_while_requests_are_under_way() {
        lane.happen("a", "b", "c", "d", "e").lane.adjust(settings(4));
        assertThat(lane.go()).hasSize(4);
        lane.lane.adjust(settings(2));
        lane.succeed(1);
        assertThat(lane.go()).isEmpty();
        lane.succeed(2);
        lane.succeed(3);
        assertThat(lane.go()).containsExactly(5L);
        lane.lane.adjust(settings(8));
        lane.happen("f", "g", "h", "i", "j", "k", "l", "m");
        assertThat(lane.go()).hasSize(6);
    }

    private static LaneSettings settings(int concurrency) {
        return new LaneSettings(
                Order.SUBJECT, concurrency, null, LaneTester.SCHEDULE, 10, Duration.ZERO);
    }

    @Test
    void a_new_order_takes_over_what_the_old_one_set_aside() {
        var none = new LaneTester(Order.NONE, 16, null).happen("a", "a", "a", "b");
        none.go();
        none.fail(1);
        none.fail(3);
        none.succeed(2);
        none.succeed(4);
        var strict = none.reordered(Order.STRICT).happen("c");
        assertThat(strict.go()).isEmpty();
        assertThat(strict.pass(Duration.ofMinutes(1)).drain(OK)).containsExactly(1L, 3L, 5L);
    }

    @Test
    void what_waits_in_the_store_is_bounded_in_memory() {
        lane.happen(repeated("a", 100)).go();
        lane.fail(1);
        for (int i = 0; i < 200; i++) {
            lane.happen(repeated("a", 100)).go();
        }
        assertThat(lane.lane.waiting()).isZero();
        assertThat(lane.cursor()).isEqualTo(20_100);
        assertThat(lane.store.asides).hasSize(20_100);
    }

    @Test
    void with_too_many_subjects_held_back_nothing_new_is_taken_in() {
        for (long sequence = 1; sequence < Lane.HELD_MAX; sequence++) {
            lane.lane.restore(retrying(sequence));
        }
        assertThat(lane.lane.room()).isPositive();
        lane.lane.restore(retrying(Lane.HELD_MAX));
        assertThat(lane.lane.room()).isZero();
    }

    private SetAside retrying(long sequence) {
        return new SetAside(sequence, "s" + sequence, State.RETRYING, 1, 1, 0, lane.now, false);
    }

    private static String[] repeated(String subject, int times) {
        return IntStream.range(0, times).mapToObj(_ -> subject).toArray(String[]::new);
    }

    @Test
    void what_cannot_be_sent_by_our_own_fault_says_nothing_about_the_receiver() {
        lane.happen("broken");
        Fate fate = Fate.DELIVERED;
        for (int attempt = 1; attempt <= 11; attempt++) {
            assertThat(lane.go()).containsExactly(1L);
            fate = lane.answer(1, new Result.Unsendable());
            lane.pass(Duration.ofHours(9));
        }
        assertThat(fate).isEqualTo(Fate.FAILED);
        assertThat(lane.lane.state().consecutiveFailures()).isZero();
    }

    private int drainAll() {
        int sent = lane.underWay.size();
        lane.underWay.stream().toList().forEach(send -> lane.succeed(send.sequence()));
        return sent + lane.drain(OK).size();
    }
}
