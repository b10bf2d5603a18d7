package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

@Tag("api")
class FirstLoginTest {
    private static final Map<String, String> GENERATED =
            Map.of(
                    "signalbox.bootstrap.admin-password", "",
                    "signalbox.bootstrap.admin-token", "");

    @Test
    void what_was_generated_stands_in_a_file_until_the_password_is_changed() throws IOException {
        try (var server = RunningServer.start(GENERATED)) {
            Path file = server.dataDir().resolve("first-login.txt");
            String text = Files.readString(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String password = after("Password: ", text);
            var admin = server.api().as(after("API token: ", text));
            var visitor = new Visitor(server);
            assertThat(visitor.get("/login").text()).contains("first-login.txt");

            visitor.signIn("admin", password);
            var me = visitor.get("/api/v3/users/me");
            assertThat(me.at("/email").asString()).isEqualTo("admin@example.net");
            assertThat(me.at("/admin").asBoolean()).isTrue();

            var wrong = admin.patch("/api/v3/users/me", "{\"password\": \"a new long one\"}");
            assertThat(wrong.at("/message").asString()).isEqualTo("Current password is wrong.");
            assertThat(file).exists();

            var changed =
                    admin.patch(
                            "/api/v3/users/me",
                            "{\"password\": \"a new long one\", \"currentPassword\": \"%s\"}"
                                    .formatted(password));
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
            assertThat(file).doesNotExist();
            assertThat(new Visitor(server).get("/login").text()).doesNotContain("first-login.txt");
            assertThat(server.surprises()).isZero();
        }
    }

    private static String after(String label, String text) {
        var found = Pattern.compile(label + " *(\\S+)").matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
