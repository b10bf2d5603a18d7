package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** What pages say when something cannot be done. */
@Tag("api")
class ErrorPagesTest {
    private final RunningServer server = RunningServer.shared();
    private final Visitor visitor = new Visitor(server);

    @Test
    void what_the_rules_refuse_outside_of_a_form_is_said_in_their_words() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
        long webhook =
                server.api()
                        .post(
                                "/api/v3/webhooks",
                                """
                                {"name": "Refused", "url": "https://late.example.com/hooks",
                                 "events": ["project:created"]}
                                """)
                        .id();
        String token = Visitor.csrf(visitor.get("/login"));

        Api.Answer answer =
                visitor.post(
                        "/admin/settings/webhooks/%d/test".formatted(webhook),
                        Map.of("event", "no.such.event", "_csrf", token),
                        "Accept",
                        "text/html");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("This is not possible", "Nothing was changed.");
        server.api().delete("/api/v3/webhooks/" + webhook);
    }

    @Test
    void an_address_that_says_nothing_is_no_fault_of_the_server() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);

        Api.Answer answer = visitor.get("/projects/1?page=first", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("This cannot be read").doesNotContain("log says more");
    }
}
