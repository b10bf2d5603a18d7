package org.signalbox.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.testing.Api;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** Moments that can be written, but lie in no year of four digits. */
@Tag("api")
class YearsTest {
    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999998-01-01T00:00:00Z",
                "-999999998-01-01T00:00:00Z",
                "+10000-01-01",
                "-0001-01-01",
                "0000-12-31T10:00:00Z",
                "9999-12-31T23:00:00-02:00"
            })
    void a_filter_refuses_them(String moment) {
        for (String operator : new String[] {"=d", "<>d"}) {
            String values =
                    operator.equals("=d") ? "\"" + moment + "\"" : "\"" + moment + "\", \"\"";
            String filters =
                    "[{\"createdAt\": {\"operator\": \"%s\", \"values\": [%s]}}]"
                            .formatted(operator, values);
            Api.Answer answer = api.get("/api/v3/work_packages?filters=" + encoded(filters));
            assertThat(answer.status()).as(operator + " " + answer.text()).isEqualTo(400);
            assertThat(answer.at("/errorIdentifier").asString()).endsWith(":InvalidQuery");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999998-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void a_body_refuses_them_and_names_the_attribute(String moment) {
        Api.Answer refused =
                api.post("/api/v3/webhooks/%d/replay".formatted(webhook()), since(moment));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("since");
        Api.Answer token =
                api.post(
                        "/api/v3/users/me/api_tokens",
                        "{\"name\": \"Forever\", \"expiresAt\": \"%s\"}".formatted(moment));
        assertThat(token.status()).as(token.text()).isEqualTo(422);
        assertThat(token.at("/_embedded/details/attribute").asString()).isEqualTo("expiresAt");
    }

    @Test
    void the_first_and_the_last_year_are_years() {
        String filters =
                "[{\"createdAt\": {\"operator\": \"<>d\", \"values\": [\"0001-01-01\", \"9999-12-31\"]}}]";
        assertThat(api.get("/api/v3/work_packages?filters=" + encoded(filters)).status())
                .isEqualTo(200);
        String path = "/api/v3/webhooks/%d/replay".formatted(webhook());
        assertThat(api.post(path, since("0001-01-01T00:00:00Z")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999998-01-01T00:00", "-999999998-01-01T00:00"})
    void pages_take_them_for_nothing(String moment) {
        var visitor = new Visitor(server);
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
        String typed = encoded(moment);
        long hook = webhook();
        String settings = "/admin/settings";
        for (String path :
                new String[] {
                    "/events?since=" + typed,
                    "/events?until=" + typed,
                    "/webhooks/%d?time=span&from=%s&until=%s".formatted(hook, typed, typed),
                    "/webhooks/%d/replay?since=%s&until=%s".formatted(hook, typed, typed),
                    "/audit_log?since=%s&until=%s".formatted(typed, typed)
                }) {
            assertThat(visitor.get(settings + path).status()).as(path).isEqualTo(200);
        }
        String csrf = Visitor.csrf(visitor.get(settings + "/webhooks/%d/replay".formatted(hook)));
        Api.Answer asked =
                visitor.post(
                        settings + "/webhooks/%d/replay".formatted(hook),
                        Map.of("since", moment, "until", moment, "counted", "1", "_csrf", csrf));
        assertThat(asked.status()).as(asked.text()).isLessThan(500);
    }

    private static String since(String moment) {
        return "{\"since\": \"%s\"}".formatted(moment);
    }

    private long webhook() {
        String name = "Years " + System.nanoTime();
        Api.Answer created =
                api.post(
                        "/api/v3/webhooks",
                        """
                        {"name": "%s", "url": "http://127.0.0.1:9999/", "events": ["custom.years"],
                         "format": "standard"}
                        """
                                .formatted(name));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
