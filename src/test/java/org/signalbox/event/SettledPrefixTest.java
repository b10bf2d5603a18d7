package org.signalbox.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.store.Database;
import org.signalbox.testing.TestDatabases;
import org.signalbox.testing.Until;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL gives out numbers before the commit; the log must not show what is unsettled. */
@Tag("postgres")
class SettledPrefixTest {
    private Database database;
    private EventLog log;
    private ExecutorService threads;

    @BeforeEach
    void open() {
        database = TestDatabases.open();
        log = newLog();
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    @Test
    void a_lower_number_that_commits_later_is_waited_for() throws Exception {
        var slow = new OpenAppend("slow", false);
        long second = append("fast");

        assertThat(read(0)).as("the first is still on its way").isEmpty();
        assertThat(read(0)).as("asking again changes nothing").isEmpty();

        slow.end();
        assertThat(read(0)).containsExactly(second - 1, second);
        assertThat(log.head()).isEqualTo(second);
    }

    @Test
    void a_number_whose_transaction_rolls_back_is_passed() throws Exception {
        var undone = new OpenAppend("undone", true);
        long second = append("kept");
        assertThat(read(0)).isEmpty();

        undone.end();
        assertThat(readUntilSettled()).containsExactly(second);
        assertThat(log.head()).isEqualTo(second);
    }

    @Test
    void an_older_transaction_that_appends_late_does_not_hide_a_younger_one() throws Exception {
        // Its id is the oldest, its number the highest: ids alone would call it settled first.
        var oldest = new OpenTransaction();
        var younger = new OpenAppend("younger", false);
        oldest.appendAndCommit();

        assertThat(read(0)).isEmpty();
        younger.end();
        assertThat(read(0)).hasSize(2);
    }

    @Test
    void after_a_restart_the_head_is_known_at_once() throws Exception {
        var undone = new OpenAppend("undone", true);
        long kept = append("kept");
        undone.end();

        EventLog restarted = newLog();
        assertThat(restarted.head()).isEqualTo(kept);
        List<Event> events = database.read(view -> restarted.after(view, 0, 10));
        assertThat(events).hasSize(1);
    }

    private EventLog newLog() {
        return new EventLog(
                database,
                () -> Instant.EPOCH,
                new SplittableRandom(7),
                JsonMapper.builder().build());
    }

    /** After {@code head} the log has settled at least so far. */
    private List<Long> readUntilSettled() {
        assertThat(log.head()).isPositive();
        return read(0);
    }

    private long append(String name) {
        return database.write(tx -> log.append(tx, EventLogTest.newEvent(name)).sequence());
    }

    private List<Long> read(long after) {
        return database.read(view -> log.after(view, after, 100)).stream()
                .map(Event::sequence)
                .toList();
    }

    /** A transaction that has appended an event and stays open until it is told to end. */
    private final class OpenAppend {
        private final CountDownLatch end = new CountDownLatch(1);
        private final Future<?> done;

        OpenAppend(String name, boolean undo) throws InterruptedException {
            var appended = new CountDownLatch(1);
            done =
                    threads.submit(() ->
                            database.run(tx -> {
                                log.append(tx, EventLogTest.newEvent(name));
                                appended.countDown();
                                Until.open(end);
                                if (undo) {
                                    throw new IllegalStateException("undone");
                                }
                            }));
            appended.await();
        }

        void end() throws InterruptedException {
            end.countDown();
            try {
                done.get();
            } catch (ExecutionException e) {
                assertThat(e.getCause()).hasMessage("undone");
            }
        }
    }

    /** A transaction that has its id, and appends only when it is told to. */
    private final class OpenTransaction {
        private final CountDownLatch go = new CountDownLatch(1);
        private final Future<?> done;

        OpenTransaction() throws InterruptedException {
            var began = new CountDownLatch(1);
            done =
                    threads.submit(() ->
                            database.run(tx -> {
                                tx.sql("select pg_current_xact_id()::text")
                                        .query((row, _) -> row.getString(1))
                                        .single();
                                began.countDown();
                                Until.open(go);
                                log.append(tx, EventLogTest.newEvent("late"));
                            }));
            began.await();
        }

        void appendAndCommit() throws InterruptedException, ExecutionException {
            go.countDown();
            done.get();
        }
    }
}
