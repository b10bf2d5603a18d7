package org.signalbox.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Posted;
import org.signalbox.store.Database;
import org.signalbox.store.Dialect;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Until;

/** Many callers, few transactions, and everybody gets their own. */
@Tag("api")
class GroupCommitTest {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final int CALLERS = 20;

    private final RecordedEvents log = RecordedEvents.from(SERVER);
    private final SlowStart database = new SlowStart(SERVER.bean(Database.class));
    private final GroupCommit commits = new GroupCommit(database, SERVER.bean(EventLog.class));

    @Test
    void those_who_come_during_a_commit_are_committed_together() throws Exception {
        List<Event> appended = appendAtOnce();
        assertThat(database.writes).hasValue(2);
        assertThat(log.all()).containsExactlyInAnyOrderElementsOf(appended);
        for (int i = 0; i < CALLERS; i++) {
            assertThat(appended.get(2 * i).type()).isEqualTo(type(i));
            assertThat(appended.get(2 * i + 1).type()).isEqualTo(type(i) + ".more");
            assertThat(appended.get(2 * i + 1).sequence())
                    .isEqualTo(appended.get(2 * i).sequence() + 1);
        }
    }

    @Test
    void a_group_that_fails_is_tried_one_by_one() throws Exception {
        database.refused = 2;
        List<Event> appended = appendAtOnce();
        assertThat(database.writes).hasValue(2 + CALLERS - 1);
        assertThat(log.all()).containsExactlyInAnyOrderElementsOf(appended);
    }

    @Test
    void whoever_is_alone_hears_of_the_failure() {
        database.begun.countDown();
        database.refused = 1;
        assertThatThrownBy(() -> commits.append(events(0)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(log.all()).isEmpty();
        assertThat(commits.append(events(1))).hasSize(2);
    }

    /** The first is being written until all others wait. */
    private List<Event> appendAtOnce() throws Exception {
        var answers = new ArrayList<FutureTask<List<Event>>>();
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < CALLERS; i++) {
            List<NewEvent> events = events(i);
            var answer = new FutureTask<>(() -> commits.append(events));
            answers.add(answer);
            callers.add(Thread.ofPlatform().start(answer));
            Until.seen(database.writes::get, writes -> writes > 0);
        }
        for (Thread caller : callers) {
            Until.seen(caller::getState, Thread.State.WAITING::equals);
        }
        database.begun.countDown();
        var appended = new ArrayList<Event>();
        for (var answer : answers) {
            appended.addAll(answer.get());
        }
        return appended;
    }

    private static List<NewEvent> events(int caller) {
        return List.of(event(type(caller)), event(type(caller) + ".more"));
    }

    private static String type(int caller) {
        return "custom.caller" + caller;
    }

    private static NewEvent event(String type) {
        return new NewEvent(type, null, null, null, new Posted("{}"));
    }

    /** The real database, whose first write takes its time, and which may refuse one. */
    private static final class SlowStart implements Database {
        final AtomicInteger writes = new AtomicInteger();
        final CountDownLatch begun = new CountDownLatch(1);
        volatile int refused;
        private final Database real;

        SlowStart(Database real) {
            this.real = real;
        }

        @Override
        public <T extends @Nullable Object> T read(Function<? super View, ? extends T> query) {
            return real.read(query);
        }

        @Override
        public <T extends @Nullable Object> T write(Function<? super Tx, ? extends T> work) {
            int number = writes.incrementAndGet();
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (number == refused) {
                throw new IllegalStateException("refused");
            }
            return real.write(work);
        }

        @Override
        public Dialect dialect() {
            return real.dialect();
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("belongs to the server");
        }
    }
}
