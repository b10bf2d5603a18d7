package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.signalbox.delivery.SetAside.State;

/** What a lane does when its receiver does not take what it is sent. */
class BreakerTest {
    private static final Result OK = new Result.Success();

    private final LaneTester lane = LaneTester.perSubject();

    @Test
    void requests_under_way_together_that_fail_together_count_once() {
        lane.happen(subjects(16)).go();
        lane.underWay.stream().toList().forEach(send -> lane.fail(send.sequence()));

        assertThat(lane.lane.state().consecutiveFailures()).isEqualTo(1);
    }

    @Test
    void each_failure_in_a_row_cuts_the_requests_at_once_to_a_quarter() {
        lane.happen(subjects(40));
        assertThat(lane.go()).hasSize(16);
        failAll();
        assertThat(lane.go()).hasSize(4);
        failAll();
        assertThat(lane.go()).hasSize(1);
        failAll();
        assertThat(lane.go()).isEmpty();
        assertThat(lane.lane.failing()).isTrue();
    }

    @Test
    void a_failing_webhook_is_probed_by_the_schedule_and_paused_after_more_than_ten() {
        lane.happen(subjects(60));
        lane.go();
        failAll();
        lane.go();
        failAll();
        lane.go();
        failAll();
        for (int failures = 3; failures <= 10; failures++) {
            assertThat(lane.go()).isEmpty();
            Instant before = lane.now;
            lane.passUntilAwake();
            long step = LaneTester.SCHEDULE.steps().get(failures - 1).toMillis();
            assertThat(Duration.between(before, lane.now).toMillis())
                    .isCloseTo(step, within(step / 10 + 1));
            assertThat(lane.lane.paused()).isFalse();
            assertThat(lane.go()).hasSize(1);
            failAll();
        }
        assertThat(lane.lane.paused()).isTrue();
        assertThat(lane.lane.wakeAt(lane.now)).isNull();
        assertThat(lane.pass(Duration.ofDays(300)).go()).isEmpty();
        assertThat(lane.lane.room()).isZero();
    }

    @Test
    void a_probe_takes_what_was_never_tried_before_what_has_failed() {
        lane.happen("poison");
        for (int i = 0; i < 3; i++) {
            lane.go();
            lane.fail(1);
            lane.pass(Duration.ofMinutes(2));
        }
        lane.happen("poison", "fine");

        assertThat(lane.go()).containsExactly(3L);
        lane.succeed(3);
        assertThat(lane.lane.failing()).isFalse();
        assertThat(lane.lane.state().consecutiveFailures()).isZero();
    }

    @Test
    void the_first_success_ends_the_run_and_the_requests_at_once_grow_again_from_one() {
        lane.happen(subjects(60));
        for (int i = 0; i < 3; i++) {
            lane.go();
            failAll();
        }
        lane.passUntilAwake();
        lane.go();
        lane.underWay.stream().toList().forEach(send -> lane.succeed(send.sequence()));
        assertThat(lane.go()).hasSize(1);
        lane.underWay.stream().toList().forEach(send -> lane.succeed(send.sequence()));
        assertThat(lane.go()).hasSize(2);
        lane.underWay.stream().toList().forEach(send -> lane.succeed(send.sequence()));
        assertThat(lane.go()).hasSize(4);
    }

    @Test
    void on_resume_the_tries_of_what_failed_meanwhile_start_anew() {
        lane.happen("a");
        for (int i = 0; i < 11; i++) {
            lane.go();
            assertThat(lane.fail(1).kind()).isEqualTo(Fate.Kind.RETRYING);
            lane.pass(Duration.ofHours(9));
        }
        assertThat(lane.lane.paused()).isTrue();
        lane.lane.resume(lane.now);
        lane.write();

        assertThat(lane.store.aside(1).tries()).isZero();
        assertThat(lane.lane.state().consecutiveFailures()).isZero();
        assertThat(lane.go()).containsExactly(1L);
        assertThat(lane.underWay.getFirst().attempt()).isEqualTo(12);
    }

    @Test
    void a_pause_by_a_person_stops_sending_and_what_is_in_flight_ends() {
        lane.happen("a", "a", "b");
        lane.go();
        lane.lane.pause(new Pause(lane.now, 7L, "paused by a person"));
        lane.succeed(1);

        assertThat(lane.go()).isEmpty();
        lane.lane.resume(lane.now);
        lane.succeed(3);
        assertThat(lane.drain(OK)).containsExactly(2L);
    }

    @Test
    void a_receiver_that_is_gone_pauses_the_webhook_and_loses_nothing() {
        lane.happen("a", "b").go();
        lane.answer(1, new Result.Gone());
        lane.succeed(2);

        assertThat(lane.lane.paused()).isTrue();
        assertThat(lane.lane.state().pause())
                .isEqualTo(new Pause(lane.now, null, "receiver answered 410 Gone"));
        lane.lane.resume(lane.now);
        assertThat(lane.drain(OK)).containsExactly(1L);
    }

    @Test
    void a_restart_forgets_neither_the_failures_nor_the_pause() {
        lane.happen(subjects(60));
        for (int i = 0; i < 4; i++) {
            lane.go();
            failAll();
            if (lane.lane.failing()) {
                lane.passUntilAwake();
            }
        }
        lane.write();
        LaneState before = lane.lane.state();
        lane.crash();
        assertThat(lane.lane.state()).isEqualTo(before);
        assertThat(lane.lane.failing()).isTrue();

        lane.lane.pause(new Pause(lane.now, 7L, "paused by a person"));
        assertThat(lane.lane.urgent()).as("is written at once").isTrue();
        lane.write();
        lane.crash();
        assertThat(lane.go()).isEmpty();
    }

    @Test
    void one_poisonous_delivery_among_good_ones_never_pauses() {
        lane.happen("poison");
        lane.go();
        for (int i = 0; i < 200; i++) {
            lane.underWay.stream()
                    .toList()
                    .forEach(send -> {
                        if (send.sequence() == 1) {
                            lane.fail(1);
                        } else {
                            lane.succeed(send.sequence());
                        }
                    });
            lane.happen("fine" + i);
            lane.pass(Duration.ofMinutes(10));
            lane.go();
            assertThat(lane.lane.failing()).isFalse();
        }
        lane.write();
        assertThat(List.copyOf(lane.store.asides.keySet())).containsExactly(1L);
        assertThat(lane.store.aside(1).attempts()).isEqualTo(11);
    }

    @Test
    void a_probe_takes_the_oldest_that_was_never_tried_though_it_had_waited_in_the_store() {
        for (long i = 1; i <= 3; i++) {
            lane.happen("a" + i).go();
            lane.fail(i);
        }
        lane.pass(Duration.ofMinutes(2)).lane.restore(waiting(7));
        lane.lane.offer(List.of(Wanted.first(20, "fresh")), 20, lane.now);

        assertThat(lane.lane.failing()).isTrue();
        assertThat(lane.go()).containsExactly(7L);
        lane.fail(7);
        lane.passUntilAwake();
        assertThat(lane.go()).containsExactly(20L);
        lane.fail(20);
        lane.passUntilAwake();
        assertThat(lane.go()).as("a retry that is due").hasSize(1).isSubsetOf(1L, 2L, 3L);
    }

    private SetAside waiting(long sequence) {
        return new SetAside(sequence, "waited", State.WAITING, 0, 0, -1, lane.now, false);
    }

    @Test
    void a_probe_that_fails_is_no_try_of_a_delivery_that_failed_before_it() {
        lane.happen("a");
        for (int i = 0; i < 10; i++) {
            lane.go();
            lane.fail(1);
            lane.passUntilAwake();
        }
        lane.write();
        assertThat(lane.store.aside(1).attempts()).isEqualTo(10);
        assertThat(lane.store.aside(1).tries()).isEqualTo(2);

        lane.happen("b").go();
        lane.succeed(2);
        lane.pass(Duration.ofHours(9)).go();
        assertThat(lane.fail(1).kind()).isEqualTo(Fate.Kind.RETRYING);
    }

    @Test
    void a_last_try_counts_only_when_others_were_taken() {
        lane.happen("poison");
        for (int i = 0; i < 10; i++) {
            lane.go();
            lane.fail(1);
            if (i < 9) {
                lane.happen("fine" + i);
                lane.drain(OK);
            }
            lane.pass(Duration.ofHours(9));
        }
        lane.go();
        assertThat(lane.fail(1).kind()).isEqualTo(Fate.Kind.RETRYING);
        lane.happen("fine");
        lane.drain(OK);
        lane.pass(Duration.ofHours(9)).go();
        assertThat(lane.fail(1)).isEqualTo(Fate.FAILED);
    }

    @Test
    void a_wait_that_the_receiver_asks_for_holds_the_next_probe_too() {
        lane.happen(subjects(60));
        lane.go();
        failAll();
        lane.go();
        failAll();
        lane.go();
        lane.answer(lane.underWay.getFirst().sequence(), new Result.Failure(Duration.ofHours(2)));
        assertThat(lane.lane.wakeAt(lane.now)).isEqualTo(lane.now.plus(Duration.ofHours(2)));
        assertThat(lane.pass(Duration.ofMinutes(119)).go()).isEmpty();
        assertThat(lane.pass(Duration.ofMinutes(1)).go()).hasSize(1);
    }

    @Test
    void a_wait_shorter_than_the_schedule_does_not_hurry_the_next_probe() {
        lane.happen(subjects(60));
        for (int i = 0; i < 3; i++) {
            lane.go();
            for (Send send : List.copyOf(lane.underWay)) {
                lane.answer(send.sequence(), new Result.Failure(Duration.ofSeconds(1)));
            }
        }
        assertThat(lane.pass(Duration.ofSeconds(53)).go()).isEmpty();
        assertThat(lane.pass(Duration.ofSeconds(14)).go()).hasSize(1);
    }

    @Test
    void after_a_resume_the_requests_at_once_grow_from_one() {
        lane.happen(subjects(60));
        lane.lane.pause(new Pause(lane.now, 7L, "paused by a person"));
        lane.go();
        lane.lane.resume(lane.now);
        assertThat(lane.go()).hasSize(1);
        lane.underWay.stream().toList().forEach(send -> lane.succeed(send.sequence()));
        assertThat(lane.go()).hasSize(2);
    }

    @Test
    void a_success_between_failures_begins_the_count_anew() {
        for (int i = 0; i < 30; i++) {
            lane.happen("s" + i).go();
            lane.answer(i + 1L, i % 3 == 2 ? OK : new Result.Failure(null));
            assertThat(lane.lane.failing()).isFalse();
        }
    }

    @Test
    void a_person_who_pauses_is_not_overruled_by_the_receiver() {
        lane.happen("a").go();
        var pause = new Pause(lane.now, 7L, "paused by a person");
        lane.lane.pause(pause);
        lane.answer(1, new Result.Gone());
        assertThat(lane.lane.state().pause()).isEqualTo(pause);
    }

    private void failAll() {
        lane.underWay.stream().toList().forEach(send -> lane.fail(send.sequence()));
        lane.write();
    }

    private static String[] subjects(int count) {
        return IntStream.range(0, count).mapToObj(i -> "s" + i).toArray(String[]::new);
    }
}
