package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.DatabaseSettings;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ServerProcess;
import org.signalbox.testing.TestDatabases;

/** One set of data, and the server processes that work on it one after another. */
final class Installation implements AutoCloseable {
    private final List<String> arguments = new ArrayList<>();
    private @Nullable ServerProcess process;
    private volatile @Nullable Api api;
    private boolean ready;

    Installation(Path dataDir, @Nullable DatabaseSettings database, String... more) {
        arguments.add("--server.port=0");
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--signalbox.public-url=http://signalbox.test");
        arguments.add("--signalbox.data-dir=" + dataDir);
        arguments.add("--signalbox.bootstrap.admin-token=" + RunningServer.ADMIN_TOKEN);
        arguments.add("--signalbox.egress.allowed-networks=127.0.0.0/8");
        arguments.add("--logging.level.org.signalbox.delivery.AttemptRun=warn");
        if (database != null) {
            arguments.add("--signalbox.database.url=" + database.url());
            arguments.add("--signalbox.database.username=" + database.username());
            arguments.add("--signalbox.database.password=" + database.password());
        }
        arguments.addAll(List.of(more));
    }

    /** On an empty database of the kind that this run tests. */
    static Installation create(String... more) {
        DatabaseSettings database = TestDatabases.onPostgres() ? TestDatabases.newPostgres() : null;
        return new Installation(TestDatabases.newDir(), database, more);
    }

    /** Starts a server and does not wait for it. */
    void launch() {
        process = ServerProcess.launch(arguments.toArray(String[]::new));
        ready = false;
    }

    /** Starts a server and returns once it is ready. */
    void start() {
        launch();
        awaitReady();
    }

    void awaitReady() {
        if (!ready) {
            api = Api.at(process().awaitReady(), RunningServer.ADMIN_TOKEN);
            ready = true;
        }
    }

    /** A client of the server that runs now or ran last. */
    Api api() {
        Api known = api;
        if (known == null) {
            throw new IllegalStateException("It has not been started");
        }
        return known;
    }

    ServerProcess process() {
        ServerProcess known = process;
        if (known == null) {
            throw new IllegalStateException("It has not been started");
        }
        return known;
    }

    /** SIGKILL. */
    void kill() {
        process().kill();
        assertNothingUnexpected();
        process = null;
    }

    /** SIGTERM, and a good end. */
    void stop() {
        process().terminate();
        assertThat(process().awaitExit()).isZero();
        assertNothingUnexpected();
        process = null;
    }

    /** How the API says that the database cannot be used. */
    static void assertSaysUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.at("/errorIdentifier").asString())
                .isEqualTo("urn:openproject-org:api:v3:errors:ServiceUnavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    private void assertNothingUnexpected() {
        assertThat(process().lines())
                .as("what cannot happen did not happen")
                .noneMatch(line -> line.contains("Unexpected:"));
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
            System.out.println(String.join("\n", process.lines()));
        }
    }
}
