package org.signalbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.TestDatabases;
import org.signalbox.testing.Until;
import org.springframework.dao.DuplicateKeyException;

/** What every database must do; runs on SQLite, and once more on PostgreSQL. */
@Tag("api")
class DatabaseContractTest {
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabases.open();
        database.run(
                tx -> tx.sql("create table note (id integer primary key, text text)").update());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_written_is_read() {
        String written = database.write(tx -> insert(tx, 1, "a"));

        assertThat(written).isEqualTo("a");
        assertThat(texts()).containsExactly("a");
    }

    @Test
    void a_write_that_fails_leaves_nothing_and_tells_the_caller() {
        var reason = new IllegalArgumentException("no");

        assertThatThrownBy(() ->
                        database.run(tx -> {
                            insert(tx, 1, "a");
                            throw reason;
                        }))
                .isSameAs(reason);
        assertThat(texts()).isEmpty();
    }

    @Test
    void a_part_that_fails_is_undone_alone() {
        database.run(tx -> {
            insert(tx, 1, "before");
            assertThatThrownBy(() ->
                            tx.part(() -> {
                                insert(tx, 2, "undone");
                                insert(tx, 1, "taken already");
                            }))
                    .isInstanceOf(DuplicateKeyException.class);
            tx.part(() -> insert(tx, 2, "after"));
        });
        assertThat(texts()).containsExactly("before", "after");
    }

    @Test
    void a_writer_that_fails_fails_alone() throws Exception {
        int writers = 200;
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<String>>();
            for (int i = 0; i < writers; i++) {
                int id = i;
                Callable<String> work =
                        () -> {
                            start.await();
                            return database.write(tx -> {
                                insert(tx, id, "n" + id);
                                if (id % 3 == 0) {
                                    throw new IllegalStateException("third");
                                }
                                return "n" + id;
                            });
                        };
                done.add(threads.submit(work));
            }
            start.countDown();
            int failed = 0;
            for (Future<String> one : done) {
                try {
                    one.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).hasMessage("third");
                    failed++;
                }
            }
            assertThat(failed).isEqualTo(67);
        }
        assertThat(texts()).hasSize(writers - 67).doesNotContain("n0", "n3", "n198");
    }

    @Test
    void no_change_is_lost_between_reading_and_writing() throws Exception {
        database.run(tx -> insert(tx, 1, ""));
        int writers = 40;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < writers; i++) {
                done.add(threads.submit(() -> database.run(DatabaseContractTest::appendLetter)));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        assertThat(texts()).containsExactly("x".repeat(writers));
    }

    private static void appendLetter(Tx tx) {
        String text =
                tx.sql("select text from note where id = 1")
                        .query((row, _) -> row.getString(1))
                        .single();
        tx.sql("update note set text = :text where id = 1").param("text", text + "x").update();
    }

    @Test
    void a_duplicate_has_the_same_name_on_every_database() {
        database.run(tx -> insert(tx, 1, "a"));

        assertThatThrownBy(() -> database.run(tx -> insert(tx, 1, "b")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(texts()).containsExactly("a");
    }

    @Test
    void actions_after_the_commit_run_only_when_there_was_one() {
        var ran = new ArrayList<String>();
        database.run(tx -> tx.afterCommit(() -> ran.add("kept")));
        assertThatThrownBy(() ->
                        database.run(tx -> {
                            tx.afterCommit(() -> ran.add("undone"));
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");

        // The next write is answered after the actions of those before it.
        database.run(tx -> insert(tx, 1, "a"));
        assertThat(ran).containsExactly("kept");
    }

    @Test
    void a_read_sees_one_snapshot_to_its_end() throws Exception {
        var began = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Long>> counts =
                    threads.submit(() ->
                            database.read(view -> {
                                long before = count(view);
                                began.countDown();
                                Until.open(written);
                                return List.of(before, count(view));
                            }));
            began.await();
            database.run(tx -> insert(tx, 1, "a"));
            written.countDown();

            assertThat(counts.get()).containsExactly(0L, 0L);
        }
    }

    @Test
    void a_read_cannot_write() {
        assertThatThrownBy(() ->
                        database.read(
                                view -> view.sql("insert into note values (1, 'a')").update()))
                .isInstanceOf(Exception.class);
        assertThat(texts()).isEmpty();
    }

    @Test
    void reads_and_writes_do_not_nest() {
        assertThatThrownBy(() -> database.run(_ -> texts()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside another");
        assertThatThrownBy(() -> database.read(_ -> database.write(tx -> insert(tx, 1, "a"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lower_knows_every_letter() {
        String lower =
                database.read(view ->
                        view.sql("select lower('ÄÖÜ Größe Çа')")
                                .query((row, _) -> row.getString(1))
                                .single());

        assertThat(lower).isEqualTo("äöü größe çа");
    }

    private static String insert(Tx tx, long id, String text) {
        tx.sql("insert into note (id, text) values (:id, :text)")
                .param("id", id)
                .param("text", text)
                .update();
        return text;
    }

    private List<String> texts() {
        return database.read(view ->
                view.sql("select text from note order by id")
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private static long count(View view) {
        return view.sql("select count(*) from note").query((row, _) -> row.getLong(1)).single();
    }
}
