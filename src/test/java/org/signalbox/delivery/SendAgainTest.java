package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.signalbox.delivery.LaneState.Replay;
import org.signalbox.delivery.SetAside.State;

/** What goes out again by a person's wish, and what does not go out any more. */
class SendAgainTest {
    private static final Result OK = new Result.Success();

    private final LaneTester lane = LaneTester.perSubject();

    @Test
    void a_delivered_one_can_be_sent_again_and_holds_nothing_back() {
        lane.happen("a");
        lane.drain(OK);
        lane.lane.redeliver(LaneTester.again(1, "a", 1, lane.now), lane.now);

        assertThat(lane.go()).containsExactly(1L);
        assertThat(lane.underWay.getFirst().attempt()).isEqualTo(2);
        lane.happen("a");
        assertThat(lane.go()).as("one subject, one request").isEmpty();
        lane.fail(1);
        assertThat(lane.go()).containsExactly(2L);
    }

    @Test
    void one_that_waits_for_its_retry_goes_at_once_with_all_its_tries() {
        lane.happen("a").go();
        lane.fail(1);
        lane.lane.redeliver(LaneTester.again(1, "a", 1, lane.now), lane.now);

        assertThat(lane.go()).containsExactly(1L);
        lane.succeed(1);
        lane.write();
        assertThat(lane.store.asides).isEmpty();
    }

    @Test
    void a_replay_sends_everything_in_its_range_in_order_beside_what_happens_now() {
        lane.happen("a", "b", "a", "c");
        lane.drain(OK);
        lane.lane.replay(new Replay(0, 3));
        lane.happen("d");

        assertThat(lane.drain(OK))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 5L)
                .containsSubsequence(1L, 3L);
        assertThat(lane.lane.state().replay()).isNull();
    }

    @Test
    void a_replay_goes_on_after_a_crash() {
        lane.happen("a", "a", "a");
        lane.drain(OK);
        lane.lane.replay(new Replay(0, 3));
        lane.go();
        lane.succeed(1);
        lane.go();
        lane.crash();

        assertThat(lane.drain(OK)).containsExactly(2L, 3L);
    }

    @Test
    void skipping_the_backlog_drops_it_and_ends_what_is_in_flight() {
        lane.happen("a", "b", "b", "c");
        lane.go();
        lane.fail(2);
        lane.write();
        lane.lane.skip(4);

        assertThat(lane.fail(1)).isEqualTo(Fate.DROPPED);
        lane.succeed(4);
        lane.write();
        assertThat(lane.cursor()).isEqualTo(4);
        assertThat(lane.store.asides).containsOnlyKeys(2L);
        assertThat(lane.store.aside(2).state()).isEqualTo(State.FAILED);
        lane.happen("e");
        assertThat(lane.pass(Duration.ofDays(1)).drain(OK)).containsExactly(5L);
    }

    @Test
    void a_replay_takes_what_arrived_beyond_the_cursor_and_not_what_goes_out_anyway() {
        lane.happen("slow", "b", "c", "c");
        lane.go();
        lane.succeed(2);
        lane.fail(3);
        assertThat(lane.cursor()).isZero();
        lane.lane.replay(new Replay(0, 4));

        assertThat(lane.go()).containsExactly(2L);
        lane.succeed(1);
        lane.succeed(2);
        assertThat(lane.pass(Duration.ofSeconds(6)).drain(OK)).containsExactly(3L, 4L);
    }

    @Test
    void what_fails_while_a_replay_comes_near_goes_out_once() {
        lane.happen("a", "a", "b").go();
        lane.lane.replay(new Replay(0, 3));
        lane.fail(1);
        lane.succeed(3);
        assertThat(lane.go()).isEmpty();
        assertThat(lane.pass(Duration.ofSeconds(6)).drain(OK)).containsExactly(1L, 2L);
    }

    @Test
    void a_replay_that_goes_further_back_than_the_last_loses_nothing_of_it_in_a_crash() {
        lane.happen("a", "b", "c", "d");
        lane.drain(OK);
        lane.lane.replay(new Replay(2, 4));
        assertThat(lane.go()).containsExactly(3L, 4L);
        lane.lane.replay(new Replay(0, 1));
        lane.write();
        lane.crash();
        assertThat(lane.drain(OK)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_replay_reads_nothing_before_all_that_is_set_aside_is_in_the_store() {
        lane.happen("a").go();
        lane.fail(1);
        lane.lane.replay(new Replay(0, 1));
        assertThat(lane.lane.replayToRead()).isNull();
        lane.write();
        assertThat(lane.lane.replayToRead()).isEqualTo(new Replay(0, 1));
    }

    @Test
    void a_failed_one_that_arrives_in_a_replay_has_failed_no_more() {
        lane.happen("a").go();
        lane.fail(1);
        lane.write();
        lane.lane.skip(1);
        lane.write();
        assertThat(lane.store.aside(1).state()).isEqualTo(State.FAILED);
        lane.lane.replay(new Replay(0, 1));
        assertThat(lane.drain(OK)).containsExactly(1L);
        lane.write();
        assertThat(lane.store.asides).isEmpty();
    }

    @Test
    void one_that_is_skipped_under_way_and_arrives_has_not_failed() {
        lane.happen("a").go();
        lane.fail(1);
        lane.pass(Duration.ofSeconds(6)).go();
        lane.lane.skip(1);
        lane.write();
        assertThat(lane.store.aside(1).state()).isEqualTo(State.FAILED);
        lane.succeed(1);
        lane.write();
        assertThat(lane.store.asides).isEmpty();
    }

    @Test
    void a_failing_replay_is_tried_on_its_own_and_gives_way_to_later_ones_of_other_subjects() {
        lane.happen("a", "a", "b");
        lane.drain(OK);
        lane.lane.replay(new Replay(0, 3));
        assertThat(lane.go()).containsExactly(1L, 3L);
        lane.fail(1);
        lane.succeed(3);
        assertThat(lane.lane.state().replay()).as("2 is set aside behind 1").isNull();
        assertThat(lane.pass(Duration.ofSeconds(6)).drain(OK)).containsExactly(1L, 2L);
    }

    @Test
    void what_fails_again_after_a_redelivery_gives_the_replay_behind_it_to_the_store() {
        lane.happen("a", "a");
        lane.drain(OK);
        lane.lane.replay(new Replay(0, 2));
        lane.go();
        lane.lane.redeliver(LaneTester.again(1, "a", 1, lane.now), lane.now);
        lane.succeed(1);
        assertThat(lane.go()).containsExactly(2L);
        lane.lane.redeliver(LaneTester.again(1, "a", 2, lane.now), lane.now);
        lane.succeed(2);
        assertThat(lane.go()).containsExactly(1L);
        lane.fail(1);
        assertThat(lane.lane.waiting()).isZero();
    }

    @Test
    void a_page_of_a_replay_that_comes_late_is_left_alone() {
        lane.happen("a", "b", "c");
        lane.drain(OK);
        lane.lane.replay(new Replay(1, 3));
        lane.write();
        Replay read = new Replay(1, 3);
        assertThat(lane.lane.replayToRead()).isEqualTo(read);
        lane.lane.replay(new Replay(0, 3));
        lane.write();
        lane.lane.offerAgain(read, List.of(new Wanted(2, "b", 1, false)), 3, lane.now);
        assertThat(lane.lane.replayToRead()).isEqualTo(new Replay(0, 3));

        lane.lane.skip(3);
        lane.lane.offerAgain(read, List.of(new Wanted(2, "b", 1, false)), 3, lane.now);
        assertThat(lane.go()).isEmpty();
    }

    @Test
    void one_that_a_replay_is_about_to_send_goes_once() {
        lane.happen("a");
        lane.drain(OK);
        lane.lane.replay(new Replay(0, 1));
        lane.go();
        lane.lane.redeliver(LaneTester.again(1, "a", 1, lane.now), lane.now);
        lane.succeed(1);
        assertThat(lane.drain(OK)).isEmpty();
    }

    @Test
    void what_was_asked_of_the_store_before_a_skip_is_not_wanted_after_it() {
        lane.happen("a", "a").go();
        lane.fail(1);
        lane.pass(Duration.ofSeconds(6)).go();
        lane.succeed(1);
        List<Runnable> answers = lane.store.write(lane.lane.take(), lane.lane);
        lane.lane.skip(2);
        lane.happen("a");
        assertThat(lane.go()).containsExactly(3L);
        answers.forEach(Runnable::run);
        lane.succeed(3);
        assertThat(lane.drain(OK)).isEmpty();
    }

    @Test
    void a_delivery_in_flight_at_a_skip_is_no_obstacle_to_what_comes_after() {
        lane.happen("a").go();
        lane.lane.skip(1);
        lane.happen("a");
        assertThat(lane.go()).as("one subject, one request").isEmpty();
        assertThat(lane.fail(1)).isEqualTo(Fate.DROPPED);
        assertThat(lane.lane.urgent()).as("the failure counts all the same").isTrue();
        assertThat(lane.go()).containsExactly(2L);
        lane.write();
        assertThat(lane.store.asides).isEmpty();
    }

    @Test
    void what_failed_and_goes_again_comes_from_the_store() {
        failAndReviveOne();
        assertThat(lane.drain(OK)).isEmpty();
        lane.write();
        assertThat(lane.drain(OK)).containsExactly(1L);
        lane.write();
        assertThat(lane.store.asides).isEmpty();
    }

    @Test
    void what_arrives_before_the_store_is_asked_again_is_not_sent_again() {
        failAndReviveOne();
        lane.go();
        assertThat(lane.go()).containsExactly(1L);
        lane.succeed(1);
        lane.lane.refill().begin();
        lane.lane.next(lane.now);
        assertThat(lane.lane.refill().start()).as("its arrival is not written yet").isNull();
        lane.write();
        assertThat(lane.drain(OK)).isEmpty();
    }

    @Test
    void what_arrives_while_the_store_is_read_again_is_not_sent_again() {
        failAndReviveOne();
        lane.go();
        assertThat(lane.go()).containsExactly(1L);
        lane.lane.refill().begin();
        lane.go();
        Refill.Read read = startToRead();
        List<SetAside> rows = lane.again(read, 2);
        assertThat(rows).hasSize(1);
        lane.succeed(1);
        lane.write();
        lane.lane.refill().end(read, rows, false);
        assertThat(lane.drain(OK)).isEmpty();
    }

    @Test
    void what_a_skip_drops_while_the_store_is_read_stays_dropped() {
        failAndReviveOne();
        lane.go();
        Refill.Read read = startToRead();
        List<SetAside> rows = lane.again(read, 2);
        assertThat(rows).hasSize(1);
        lane.lane.skip(1);
        lane.lane.refill().end(read, rows, false);
        assertThat(lane.drain(OK)).isEmpty();
        assertThat(lane.store.aside(1).state()).isEqualTo(State.FAILED);
    }

    @Test
    void what_fails_for_good_and_is_revived_while_the_store_is_read_goes_again() {
        failAndReviveOne();
        lane.go();
        Refill.Read read = startToRead();
        lane.lane.refill().begin();
        lane.lane.refill().end(read, List.of(), false);
        lane.go();
        assertThat(lane.go()).containsExactly(1L);
    }

    @Test
    void one_that_a_replay_has_read_is_not_taken_from_the_store_as_well() {
        failOne();
        lane.lane.replay(new Replay(0, 1));
        lane.lane.pause(new Pause(lane.now, 1L, "Paused by a person"));
        lane.write();
        lane.lane.offerAgain(new Replay(0, 1), List.of(new Wanted(1, "a", 1, true)), 1, lane.now);
        lane.store.revive(lane.now);
        lane.lane.refill().begin();
        lane.lane.resume(lane.now);
        lane.lane.restore(lane.store.aside(1));
        assertThat(lane.drain(OK)).containsExactly(1L);
    }

    @Test
    void what_is_behind_one_that_arrives_while_the_store_is_read_goes_after_it() {
        lane.happen("a", "a");
        lane.drain(OK);
        lane.lane.redeliver(LaneTester.again(1, "a", 1, lane.now), lane.now);
        assertThat(lane.go()).containsExactly(1L);
        lane.store.fail(2, "a");
        lane.store.revive(lane.now);
        lane.lane.refill().begin();
        lane.lane.next(lane.now);
        lane.write();
        Refill.Read read = startToRead();
        List<SetAside> rows = lane.again(read, 2);
        assertThat(rows).extracting(SetAside::sequence).containsExactly(1L);
        lane.succeed(1);
        lane.write();
        lane.lane.refill().end(read, rows, false);
        assertThat(lane.drain(OK)).containsExactly(2L);
    }

    @Test
    void those_that_go_again_are_read_part_by_part_and_none_is_read_over_and_over() {
        lane.happen("a", "b", "a", "c", "d", "e");
        lane.drain(OK);
        lane.write();
        for (long sequence = 1; sequence <= 6; sequence++) {
            lane.store.fail(
                    sequence, List.of("a", "b", "a", "c", "d", "e").get((int) sequence - 1));
        }
        lane.store.revive(lane.now);
        lane.lane.refill().begin();
        var read = new ArrayList<Long>();
        for (int part = 0; part < 10; part++) {
            lane.lane.next(lane.now);
            lane.write();
            Refill.Read next = lane.lane.refill().start();
            if (next != null) {
                List<SetAside> rows = lane.again(next, 2);
                rows.forEach(row -> read.add(row.sequence()));
                lane.lane.refill().end(next, rows, rows.size() == 2);
            }
        }
        assertThat(read).as("3 comes after 1").containsExactly(1L, 2L, 4L, 5L, 6L);
    }

    private Refill.Read startToRead() {
        return Objects.requireNonNull(lane.lane.refill().start());
    }

    private void failOne() {
        lane.happen("a").go();
        lane.fail(1);
        lane.write();
        lane.lane.skip(1);
        lane.write();
        assertThat(lane.store.aside(1).state()).isEqualTo(State.FAILED);
    }

    private void failAndReviveOne() {
        failOne();
        lane.store.revive(lane.now);
        lane.lane.refill().begin();
    }
}
