package org.signalbox.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.testing.TestDatabases;
import tools.jackson.databind.json.JsonMapper;

/** What the log promises on every database. */
@Tag("api")
class EventLogTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.123456Z");

    private Database database;
    private EventLog log;

    @BeforeEach
    void open() {
        database = TestDatabases.open();
        log = newLog();
    }

    private EventLog newLog() {
        return new EventLog(database, () -> NOW, new SecureRandom(), JsonMapper.builder().build());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_event_is_read_as_it_was_appended() {
        Event appended = database.write(tx -> append(tx, "a"));

        assertThat(readAfter(0)).containsExactly(appended);
        assertThat(appended.occurredAt()).isEqualTo(NOW);
        assertThat(appended.id()).matches("evt_[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(appended.data())
                .isEqualTo(
                        """
                        {"subject":{"name":"a"},"actor":null,"changes":{"name":{"from":null,"to":"a"}}}\
                        """);
        assertThat(database.<Event>read(view -> log.find(view, appended.sequence()).orElseThrow()))
                .isEqualTo(appended);
    }

    @Test
    void an_event_whose_change_is_undone_never_was() {
        assertThatThrownBy(() ->
                        database.run(tx -> {
                            append(tx, "undone");
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
        Event kept = database.write(tx -> append(tx, "kept"));

        assertThat(readUntil(1)).containsExactly(kept);
        assertThat(log.head()).isEqualTo(kept.sequence());
    }

    @Test
    void readers_are_woken_after_the_commit() {
        var wakes = new AtomicInteger();
        log.onAppend(wakes::incrementAndGet);

        database.run(tx -> append(tx, "a"));
        database.run(_ -> {}); // answered after what the first one asked for

        assertThat(wakes).hasValue(1);
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        var written = new ArrayList<Event>();
        for (int i = 0; i < 25; i++) {
            String name = "e" + i;
            written.add(database.write(tx -> append(tx, name)));
        }

        var read = new ArrayList<Event>();
        long after = 0;
        for (List<Event> page = readAfter(after, 10);
                !page.isEmpty();
                page = readAfter(after, 10)) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            read.addAll(page);
            after = page.getLast().sequence();
        }
        assertThat(read).isEqualTo(written);
    }

    @Test
    void a_reader_never_passes_an_event_that_comes_later() throws Exception {
        int writers = 8;
        int each = 150;
        var seen = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<?>>();
            var start = new CountDownLatch(1);
            for (int w = 0; w < writers; w++) {
                int seed = w;
                done.add(
                        threads.submit(() -> {
                            start.await();
                            writeSome(seed, each);
                            return null;
                        }));
            }
            start.countDown();
            long after = 0;
            while (!done.stream().allMatch(Future::isDone)) {
                after = collect(after, seen);
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        long head = log.head();
        while (seen.isEmpty() || seen.getLast() < head) {
            collect(seen.isEmpty() ? 0 : seen.getLast(), seen);
        }
        int total =
                database.<List<Event>>read(view -> new EventStore().after(view, 0, 10_000)).size();
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(total);
    }

    /** Writes events in transactions of one to three; every fifth is rolled back. */
    private void writeSome(int seed, int count) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            boolean undo = random.nextInt(5) == 0;
            int events = 1 + random.nextInt(3);
            try {
                database.run(tx -> {
                    for (int e = 0; e < events; e++) {
                        append(tx, "n");
                    }
                    if (undo) {
                        throw new IllegalStateException("undone");
                    }
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("undone");
            }
        }
    }

    private long collect(long after, List<Long> seen) {
        long last = after;
        for (Event event : readAfter(after)) {
            seen.add(event.sequence());
            last = event.sequence();
        }
        return last;
    }

    private Event append(Tx tx, String name) {
        return log.append(tx, newEvent(name));
    }

    static NewEvent newEvent(String name) {
        return new NewEvent(
                EventTypes.PROJECT_CREATED,
                Subject.of("project", 1),
                null,
                null,
                new Snapshot(Map.of("name", name), null, Map.of("name", new Change(null, name))));
    }

    private List<Event> readAfter(long sequence) {
        return readAfter(sequence, 100);
    }

    private List<Event> readAfter(long sequence, int limit) {
        return database.read(view -> log.after(view, sequence, limit));
    }

    /** Reads until this many are settled; a gap settles as soon as no transaction can fill it. */
    private List<Event> readUntil(int count) {
        List<Event> events = readAfter(0);
        for (int i = 0; i < 1_000 && events.size() < count; i++) {
            events = readAfter(0);
        }
        return events;
    }
}
