package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.signalbox.testing.ServerProcess;
import org.signalbox.testing.TestDatabases;

/** How the server starts and stops, seen from a terminal. */
@Tag("faults")
@DisabledIfSystemProperty(named = "signalbox.test.database", matches = "postgresql")
class StartTest {

    @Test
    void a_good_start_is_healthy_and_sigterm_ends_it_with_zero() throws Exception {
        try (var server = ServerProcess.launch("--server.port=0", dataDir())) {
            URI address = server.awaitReady();
            try (var client = HttpClient.newHttpClient()) {
                for (String path : new String[] {"/health/live", "/health/ready"}) {
                    var answer =
                            client.send(
                                    HttpRequest.newBuilder(address.resolve(path)).build(),
                                    BodyHandlers.ofString());
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    assertThat(answer.body()).contains("UP");
                }
            }
            server.terminate();
            assertThat(server.awaitExit()).isZero();
            assertThat(server.temporaryFiles()).isEmptyDirectory();
        }
    }

    @Test
    void a_foreign_database_file() throws IOException {
        Path dir = TestDatabases.newDir();
        Files.writeString(dir.resolve("signalbox.db"), "a shopping list");

        refused("is not a Signalbox database", "--signalbox.data-dir=" + dir);
    }

    @Test
    void a_data_directory_that_cannot_be_written() throws IOException {
        Path file = Files.createFile(TestDatabases.newDir().resolve("file"));

        refused("cannot be written to", "--signalbox.data-dir=" + file.resolve("data"));
    }

    @Test
    void a_port_in_use() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            refused(
                    "port " + taken.getLocalPort() + " is in use",
                    dataDir(),
                    "--server.address=127.0.0.1",
                    "--server.port=" + taken.getLocalPort());
        }
    }

    @Test
    void an_unreachable_postgresql() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        refused(
                "PostgreSQL at jdbc:postgresql://127.0.0.1:" + closed + "/none cannot be used",
                dataDir(),
                "--signalbox.database.url=jdbc:postgresql://127.0.0.1:" + closed + "/none");
    }

    @Test
    void an_unknown_setting_on_the_command_line() {
        refused("unknown setting signalbox.nonsense", dataDir(), "--signalbox.nonsense=1");
    }

    @Test
    void an_unknown_setting_in_the_environment() {
        refused(Map.of("SIGNALBOX_NONSENSE", "1"), "unknown setting SIGNALBOX_NONSENSE", dataDir());
    }

    @Test
    void a_value_that_makes_no_sense() {
        refused("signalbox.retention", dataDir(), "--signalbox.retention=-3d");
    }

    @Test
    void whether_one_must_sign_in_is_yes_or_no() {
        refused("signalbox.login-required", dataDir(), "--signalbox.login-required=perhaps");
    }

    private static void refused(String reason, String... arguments) {
        refused(Map.of(), reason, arguments);
    }

    private static void refused(
            Map<String, String> environment, String reason, String... arguments) {
        try (var server = ServerProcess.launch(environment, withPort(arguments))) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.lines())
                    .as("one clear line")
                    .singleElement()
                    .asString()
                    .startsWith("Signalbox cannot start: ")
                    .containsPattern(Pattern.quote(reason));
        }
    }

    private static String[] withPort(String[] arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("--server.port=")) {
                return arguments;
            }
        }
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--server.port=0";
        return all;
    }

    private static String dataDir() {
        return "--signalbox.data-dir=" + TestDatabases.newDir();
    }
}
