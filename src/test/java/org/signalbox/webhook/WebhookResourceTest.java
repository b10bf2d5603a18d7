package org.signalbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.account.Actor;
import org.signalbox.account.ApiTokens;
import org.signalbox.sender.Header;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;

@Tag("api")
class WebhookResourceTest {
    private static final String NETWORK =
            "10.20.4.12 is in a private network, which webhooks may not reach. Use a public address,"
                    + " or ask the operator to allow this network"
                    + " (signalbox.egress.allowed-networks).";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final String name = "Billing " + UUID.randomUUID();

    @Test
    void a_new_webhook_is_shown_as_it_was_written_but_for_its_secrets() {
        long project = project();
        Answer created =
                create(
                        """
                        {"name": "%s", "description": "hours to invoices",
                         "url": "http://127.0.0.1:9000/hooks", "format": "openproject",
                         "events": ["time_entry:created", "time_entry:updated"],
                         "secret": "s3cret", "headerName": "X-Api-Key", "headerValue": "abc",
                         "ordering": "strict", "concurrency": 4, "maxPerSecond": 10,
                         "_links": {"projects": [{"href": "/api/v3/projects/%d"}]}}\
                        """
                                .formatted(name, project));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v3/webhooks/" + created.id());
        assertThat(created.text()).doesNotContain("s3cret").doesNotContain("abc\"");
        Answer shown = api.get("/api/v3/webhooks/" + created.id());
        assertThat(shown.body()).isEqualTo(created.body());
        assertThat(shown.at("/_type").asString()).isEqualTo("Webhook");
        assertThat(shown.at("/name").asString()).isEqualTo(name);
        assertThat(shown.at("/description").asString()).isEqualTo("hours to invoices");
        assertThat(shown.at("/url").asString()).isEqualTo("http://127.0.0.1:9000/hooks");
        assertThat(shown.at("/events/1").asString()).isEqualTo("time_entry:updated");
        assertThat(shown.at("/enabled").asBoolean()).isTrue();
        assertThat(shown.at("/allProjects").asBoolean()).isFalse();
        assertThat(shown.at("/hasSecret").asBoolean()).isTrue();
        assertThat(shown.at("/headerName").asString()).isEqualTo("X-Api-Key");
        assertThat(shown.at("/hasHeaderValue").asBoolean()).isTrue();
        assertThat(shown.at("/ordering").asString()).isEqualTo("strict");
        assertThat(shown.at("/concurrency").asInt()).isEqualTo(4);
        assertThat(shown.at("/maxPerSecond").asInt()).isEqualTo(10);
        assertThat(shown.at("/status").asString()).isEqualTo("active");
        assertThat(shown.at("/statusReason").isNull()).isTrue();
        assertThat(shown.at("/consecutiveFailures").asInt(-1)).isZero();
        assertThat(shown.at("/pendingDeliveries").asInt(-1)).isZero();
        assertThat(shown.at("/_links/projects/0/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
    }

    @Test
    void the_least_that_is_needed_gets_the_defaults() {
        Answer created = create(minimal());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/format").asString()).isEqualTo("openproject");
        assertThat(created.at("/description").asString("-")).isEmpty();
        assertThat(created.at("/enabled").asBoolean()).isTrue();
        assertThat(created.at("/allProjects").asBoolean()).isTrue();
        assertThat(created.at("/hasSecret").asBoolean()).isFalse();
        assertThat(created.at("/headerName").isNull()).isTrue();
        assertThat(created.at("/ordering").asString()).isEqualTo("subject");
        assertThat(created.at("/concurrency").asInt()).isEqualTo(16);
        assertThat(created.at("/maxPerSecond").isNull()).isTrue();
        assertThat(created.at("/_links/projects").isArray()).isTrue();
    }

    @Test
    void localhost_may_be_used_where_loopback_is_allowed() {
        assertThat(create(with("\"url\": \"http://localhost:9000/\"")).status()).isEqualTo(201);
    }

    @Test
    void the_neutral_format_takes_wildcards() {
        Answer created =
                create(with("\"format\": \"standard\", \"events\": [\"*\", \"time_entry.*\"]"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/events/0").asString()).isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "name": null                              | name         | Name can't be blank.
                    "name": "  "                              | name         | Name can't be blank.
                    "name": 7                                 | name         | Invalid format for property 'name': expected a string.
                    "url": "ftp://example.com"                | url          | Enter an address that starts with https:// or http://.
                    "url": "example.com"                      | url          | Enter an address that starts with https:// or http://.
                    "url": null                               | url          | URL can't be blank.
                    "url": "http://10.20.4.12:8080/hooks"     | url          | NETWORK
                    "format": "soap"                          | format       | Format must be one of openproject, awork, resource_management, standard.
                    "format": "awork"                         | events       | There is no event time_entry:created in the format awork.
                    "events": ["time_tracking_added"]         | events       | There is no event time_tracking_added in the format openproject.
                    "events": ["time_entry:exploded"]         | events       | There is no event time_entry:exploded in the format openproject.
                    "events": ["time_entry.created"]          | events       | There is no event time_entry.created in the format openproject.
                    "events": ["*"]                           | events       | There is no event * in the format openproject.
                    "events": "time_entry:created"            | events       | Invalid format for property 'events': expected an array of strings.
                    "events": [1]                             | events       | Invalid format for property 'events': expected an array of strings.
                    "events": []                              | events       | Choose at least one event, or switch Enabled off.
                    "enabled": "yes"                          | enabled      | Invalid format for property 'enabled': expected true or false.
                    "allProjects": false                      | projects     | Choose at least one project, or All projects.
                    "_links": {"projects": [{"href": "/api/v3/projects/987654321"}]} | projects | Project 987654321 does not exist.
                    "headerName": "Content-Type", "headerValue": "x" | headerName | The header Content-Type is set by Signalbox.
                    "headerName": "webhook-id", "headerValue": "x"   | headerName | The header webhook-id is set by Signalbox.
                    "headerName": "X Y", "headerValue": "x"   | headerName   | A header name holds letters, digits, - and _ only, and begins with a letter or a digit.
                    "headerName": "X-Y", "headerValue": "ü"   | headerValue  | A header value holds printable ASCII only.
                    "headerName": "X-Y", "headerValue": "a\\nb" | headerValue | A header value holds printable ASCII only.
                    "headerName": "X-Y"                       | headerValue  | Header value can't be blank.
                    "headerValue": "x"                        | headerName   | Header name can't be blank.
                    "ordering": "random"                      | ordering     | Ordering must be one of subject, strict, none.
                    "concurrency": 0                          | concurrency  | Concurrency must be between 1 and 100.
                    "concurrency": 101                        | concurrency  | Concurrency must be between 1 and 100.
                    "concurrency": 1.5                        | concurrency  | Invalid format for property 'concurrency': expected an integer.
                    "maxPerSecond": 0                         | maxPerSecond | Max per second must be between 1 and 1000.
                    "secret": "whsec_short"                   | secret       | Secret must have 24 to 64 bytes in base64 after whsec_.
                    "secret": 5                               | secret       | Invalid format for property 'secret': expected a string.
                    "status": "paused"                        | status       | Status was attempted to be written but is not writable.
                    """)
    void what_is_not_allowed_is_refused_by_name_and_reason(
            String attribute, String named, String reason) {
        long before = total();
        Answer refused = create(with(attribute));
        assertRefused(refused, named, reason.equals("NETWORK") ? NETWORK : reason);
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Answer refused = create("{\"url\": \"nowhere\", \"concurrency\": 0}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errorIdentifier").asString()).endsWith("MultipleErrors");
        assertThat(refused.at("/_embedded/errors").findValuesAsString("attribute"))
                .contains("name", "url", "concurrency", "events");
    }

    @Test
    void two_webhooks_cannot_have_one_name() {
        create(minimal());
        Answer refused = create(with("\"name\": \"%s\"".formatted(name.toUpperCase(Locale.ROOT))));
        assertRefused(
                refused,
                "name",
                "Another webhook is called %s.".formatted(name.toUpperCase(Locale.ROOT)));
    }

    @Test
    void a_change_keeps_what_it_does_not_name() {
        long id = create(with("\"secret\": \"s3cret\"")).id();
        Answer changed = patch(id, "{\"description\": \"new\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/description").asString()).isEqualTo("new");
        assertThat(changed.at("/hasSecret").asBoolean()).isTrue();
        assertThat(changed.at("/events/0").asString()).isEqualTo("time_entry:created");
        assertThat(patch(id, "{\"secret\": null}").at("/hasSecret").asBoolean()).isFalse();
    }

    @Test
    void a_change_that_is_refused_changes_nothing() {
        long id = create(minimal()).id();
        Answer before = api.get("/api/v3/webhooks/" + id);
        assertRefused(
                patch(id, "{\"description\": \"new\", \"format\": \"standard\"}"),
                "events",
                "There is no event time_entry:created in the format standard.");
        assertThat(api.get("/api/v3/webhooks/" + id).body()).isEqualTo(before.body());
    }

    @Test
    void who_says_what_they_saw_last_does_not_overwrite_what_came_since() {
        Answer created = create(minimal());
        String path = "/api/v3/webhooks/" + created.id();
        long seen = created.at("/lockVersion").asLong();
        String mine = "{\"description\": \"mine\", \"lockVersion\": %d}".formatted(seen);
        assertThat(api.patch(path, "{\"description\": \"theirs\"}").status()).isEqualTo(200);

        assertThat(api.patch(path, mine).status()).isEqualTo(409);
        Answer now = api.get(path);
        assertThat(now.at("/description").asString()).isEqualTo("theirs");
        assertThat(now.at("/lockVersion").asLong()).isEqualTo(seen + 1);
    }

    @Test
    void what_a_client_was_shown_it_may_send_back() {
        Answer created = create(with("\"headerName\": \"X-A\", \"headerValue\": \"b\""));
        Answer same = patch(created.id(), created.text());
        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(same.body()).isEqualTo(created.body());
    }

    @Test
    void each_subscription_holds_from_its_moment_on() {
        long id = create(minimal()).id();
        patch(id, "{\"enabled\": false}");
        project();
        patch(id, "{\"enabled\": true}");
        Webhook webhook = server.bean(Webhooks.class).find(id).orElseThrow();
        assertThat(webhook.subscription().enabled()).isTrue();
        long reenabled = webhook.subscription().after();
        assertThat(webhook.subscriptionAt(reenabled).orElseThrow().enabled()).isFalse();
        assertThat(webhook.subscriptionAt(reenabled + 1).orElseThrow().enabled()).isTrue();
        assertThat(webhook.subscriptionAt(webhook.after())).isEmpty();
    }

    @Test
    void secrets_are_not_readable_in_the_database() {
        long id =
                create(
                                with(
                                        "\"secret\": \"s3cret\", \"headerName\": \"X-A\","
                                                + " \"headerValue\": \"v4lue\""))
                        .id();
        var database = server.bean(Database.class);
        String kept =
                database.read(view ->
                        view.sql(
                                        """
                                        select w.header_value || s.secret
                                          from webhook w join webhook_secret s on s.webhook_id = w.id
                                         where w.id = :id
                                        """)
                                .param("id", id)
                                .query((row, _) -> row.getString(1))
                                .single());
        assertThat(kept).doesNotContain("s3cret").doesNotContain("v4lue");
        Webhook webhook =
                database.read(server.bean(WebhookStore.class)::all).stream()
                        .filter(one -> one.id() == id)
                        .findFirst()
                        .orElseThrow();
        assertThat(webhook).isEqualTo(server.bean(Webhooks.class).find(id).orElseThrow());
        assertThat(webhook.header()).isEqualTo(new Header("X-A", "v4lue"));
    }

    @Test
    void a_rotated_secret_signs_beside_the_old_one() {
        long id = create(with("\"secret\": \"s3cret\"")).id();
        Answer rotated = api.post("/api/v3/webhooks/%d/rotate_secret".formatted(id), "{}");
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(rotated.at("/secret").asString()).startsWith("whsec_");
        Webhook webhook = server.bean(Webhooks.class).find(id).orElseThrow();
        var now = Instant.now();
        assertThat(webhook.secretsAt(now)).hasSize(2);
        assertThat(webhook.secretsAt(now.plusSeconds(2 * 86_400))).hasSize(1);
        assertThat(webhook.secretsAt(now).getLast().text()).isEqualTo("s3cret");
        assertThat(
                        api.post(
                                        "/api/v3/webhooks/%d/rotate_secret".formatted(id),
                                        "{\"secret\": \"other\", \"overlap\": \"PT0S\"}")
                                .at("/secret")
                                .isMissingNode())
                .isTrue();
        assertThat(server.bean(Webhooks.class).find(id).orElseThrow().secretsAt(Instant.now()))
                .hasSize(1);
    }

    @Test
    void a_deleted_webhook_is_gone() {
        long id = create(minimal()).id();
        assertThat(api.delete("/api/v3/webhooks/" + id).status()).isEqualTo(204);
        assertThat(api.get("/api/v3/webhooks/" + id).status()).isEqualTo(404);
        assertThat(api.delete("/api/v3/webhooks/" + id).status()).isEqualTo(404);
        assertThat(patch(id, "{}").status()).isEqualTo(404);
        assertThat(server.bean(Webhooks.class).find(id)).isEmpty();
    }

    @Test
    void webhooks_are_for_administrators() {
        long id = create(minimal()).id();
        Api member = memberApi();
        for (Answer answer :
                List.of(
                        member.get("/api/v3/webhooks"),
                        member.get("/api/v3/webhooks/" + id),
                        member.get("/api/v3/webhooks/987654321"),
                        member.post("/api/v3/webhooks", "{}"),
                        member.patch("/api/v3/webhooks/" + id, "{}"),
                        member.delete("/api/v3/webhooks/" + id))) {
            assertThat(answer.status()).isEqualTo(403);
        }
        assertThat(api.anonymous().get("/api/v3/webhooks").status()).isEqualTo(401);
        assertThat(api.anonymous().post("/api/v3/webhooks", minimal()).status()).isEqualTo(401);
        assertThat(api.get("/api/v3/webhooks/" + id).status()).isEqualTo(200);
    }

    @Test
    void the_list_has_pages_and_filters() {
        long id = create(minimal()).id();
        String filter =
                "?filters=%5B%7B%22name%22%3A%7B%22operator%22%3A%22~%22%2C%22values%22%3A%5B%22"
                        + name.substring(8)
                        + "%22%5D%7D%7D%5D";
        Answer found = api.get("/api/v3/webhooks" + filter);
        assertThat(found.at("/total").asInt()).isEqualTo(1);
        assertThat(found.at("/_embedded/elements/0/id").asLong()).isEqualTo(id);
        assertThat(api.get("/api/v3/webhooks?pageSize=0").at("/count").asInt(-1)).isZero();
        assertThat(
                        api.get(
                                        "/api/v3/webhooks?filters=%5B%7B%22x%22%3A%7B%22operator%22%3A%22%3D%22%7D%7D%5D")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void a_broken_body_is_refused() {
        assertThat(api.post("/api/v3/webhooks", "{\"name\":").status()).isEqualTo(400);
        assertThat(api.post("/api/v3/webhooks", "[]").status()).isEqualTo(400);
        assertThat(api.get("/api/v3/webhooks/seven").status()).isEqualTo(404);
    }

    @Test
    void the_formats_show_a_sample_of_each_event() {
        Answer formats = api.get("/api/v3/webhook_formats");
        assertThat(formats.status()).isEqualTo(200);
        assertThat(formats.at("/_embedded/elements/0/id").asString()).isEqualTo("openproject");
        assertThat(formats.at("/_embedded/elements/3/id").asString()).isEqualTo("standard");
        assertThat(formats.at("/_embedded/elements/0/events/0/name").asString())
                .isEqualTo("project:updated");
        assertThat(formats.at("/_embedded/elements/0/events/0/sample/project/name").asString())
                .isEqualTo("System admin guide");
        var task = formats.at("/_embedded/elements/1/events/8");
        assertThat(task.path("name").asString()).isEqualTo("task_changed");
        assertThat(task.at("/aliases/0").asString()).isEqualTo("task_updated");
        assertThat(task.at("/sample/eventType").asString()).isEqualTo("task_changed");
    }

    private Answer create(String json) {
        return api.post("/api/v3/webhooks", json);
    }

    private Answer patch(long id, String json) {
        return api.patch("/api/v3/webhooks/" + id, json);
    }

    private String minimal() {
        return with("\"description\": \"\"");
    }

    /** A later attribute wins over an earlier one of the same name. */
    private String with(String attributes) {
        return "{\"name\": \"%s\", \"url\": \"http://127.0.0.1:9000/\", \"events\": [\"time_entry:created\"], %s}"
                .formatted(name, attributes);
    }

    private long total() {
        return api.get("/api/v3/webhooks?pageSize=0").at("/total").asLong();
    }

    private long project() {
        return api.post(
                        "/api/v3/projects",
                        "{\"name\": \"Project %s\"}".formatted(UUID.randomUUID()))
                .id();
    }

    private Api memberApi() {
        String login = "member-" + UUID.randomUUID();
        long id =
                api.post(
                                "/api/v3/users",
                                """
                                {"login": "%s", "firstName": "Ana", "lastName": "Lima",
                                 "email": "%s@example.com", "status": "active",
                                 "password": "correct horse battery"}\
                                """
                                        .formatted(login, login))
                        .id();
        var users = server.bean(ApiTokens.class);
        return api.as(users.create(Actor.system(), id, "test", null).secret());
    }

    private static void assertRefused(Answer answer, String attribute, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/message").asString()).isEqualTo(reason);
        assertThat(answer.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }
}
