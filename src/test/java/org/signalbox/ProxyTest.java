package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.RunningServer;

/** A proxy on this machine speaks TLS with everybody, and plain HTTP with the server. */
@Tag("api")
class ProxyTest {
    private static final Map<String, String> FORWARDED =
            Map.of(
                    "X-Forwarded-For",
                    "203.0.113.7",
                    "X-Forwarded-Proto",
                    "https",
                    "Content-Type",
                    "application/json");

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server =
                RunningServer.start(
                        Map.of(
                                "signalbox.public-url",
                                "https://work.example.com",
                                "server.forward-headers-strategy",
                                "native"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_session_is_for_tls_alone() {
        var plain = server.api().anonymous().get("/login");
        assertThat(plain.header("Set-Cookie")).startsWith("JSESSIONID=").contains("Secure");

        var forwarded = server.api().anonymous().send("GET", "/login", null, FORWARDED);
        assertThat(forwarded.header("Set-Cookie")).contains("Secure");
        assertThat(forwarded.header("Strict-Transport-Security")).contains("max-age=");
    }

    @Test
    void it_is_written_down_where_somebody_really_is() {
        Api.Answer made =
                server.api().send("POST", "/api/v3/projects", "{\"name\": \"Pier\"}", FORWARDED);
        assertThat(made.status()).as(made.text()).isEqualTo(201);

        var entry =
                server.api()
                        .get("/api/v3/audit_log_entries?pageSize=1")
                        .at("/_embedded/elements/0");
        assertThat(entry.at("/address").asString()).isEqualTo("203.0.113.7");
    }
}
