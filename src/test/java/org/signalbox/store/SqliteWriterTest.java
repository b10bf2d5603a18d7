package org.signalbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.TestDatabases;
import org.signalbox.testing.Until;

class SqliteWriterTest {

    @Test
    void a_full_queue_pushes_back_and_nothing_accepted_is_lost() throws Exception {
        var accepted = new AtomicInteger();
        var refused = new AtomicInteger();
        int attempts = 6_000;
        try (Database database = SqliteDatabase.open(TestDatabases.newDir())) {
            database.run(tx -> tx.sql("create table note (id integer primary key)").update());
            var hold = new CountDownLatch(1);
            var all = new CountDownLatch(attempts);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.execute(() -> database.run(_ -> Until.open(hold)));
                for (int i = 0; i < attempts; i++) {
                    threads.execute(() -> {
                        try {
                            database.run(tx -> tx.sql("insert into note default values").update());
                            accepted.incrementAndGet();
                        } catch (Overloaded e) {
                            refused.incrementAndGet();
                            hold.countDown();
                        } finally {
                            all.countDown();
                        }
                    });
                }
                all.await();
            }
            assertThat(refused).hasPositiveValue();
            assertThat(accepted.get() + refused.get()).isEqualTo(attempts);
            long rows =
                    database.<Long>read(view ->
                            view.sql("select count(*) from note")
                                    .query((row, _) -> row.getLong(1))
                                    .single());
            assertThat(rows).isEqualTo(accepted.get());
        }
    }

    @Test
    void two_servers_do_not_share_a_data_directory() {
        Path dir = TestDatabases.newDir();
        try (Database database = SqliteDatabase.open(dir)) {
            assertThat(database.dialect()).isEqualTo(Dialect.SQLITE);
            assertThatThrownBy(() -> SqliteDatabase.open(dir))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another Signalbox");
        }
        SqliteDatabase.open(dir).close();
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws Exception {
        Path dir = TestDatabases.newDir();
        Path file = dir.resolve("signalbox.db");
        Files.writeString(file, "Dear diary, this is certainly not a database file.\n".repeat(100));
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> SqliteDatabase.open(dir))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not a Signalbox database");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void somebody_elses_database_is_refused_and_left_alone() throws Exception {
        Path dir = TestDatabases.newDir();
        Path file = dir.resolve("signalbox.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("create table recipe (name text)");
        }

        assertThatThrownBy(() -> SqliteDatabase.open(dir))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not a Signalbox database");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from sqlite_schema")) {
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }
}
