package org.signalbox.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Received;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Signed;
import org.signalbox.testing.Until;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The neutral format in every packaging, from the change to a receiver that verifies it. */
@Tag("api")
class StandardDeliveryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static final String ORIGIN = "https://signalbox.example.com";

    private static RunningServer server;
    private static Api api;

    private final ScriptedReceiver receiver = ScriptedReceiver.start();

    @BeforeAll
    static void start() {
        server =
                RunningServer.start(
                        Map.of(
                                "signalbox.delivery.retry-schedule",
                                "300ms,300ms",
                                "signalbox.public-url",
                                ORIGIN));
        api = server.api();
    }

    @AfterAll
    static void stop() {
        assertThat(server.surprises()).isZero();
        server.close();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_receiver_verifies_with_the_public_key_alone() {
        Answer hook = hook("/key", "\"signatureScheme\": \"ed25519\"");
        project("Pier 4");
        Received request = receiver.await("/key", 1).getFirst();
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(request.header("webhook-signature")).matches("v1a,[A-Za-z0-9+/]{86}==");
        assertThat(Signed.byKey(request, hook.at("/publicKey").asString())).isTrue();
        String other =
                hook("/other", "\"signatureScheme\": \"ed25519\"").at("/publicKey").asString();
        assertThat(Signed.byKey(request, other)).isFalse();
    }

    @Test
    void during_a_rotation_old_and_new_verify_in_both_schemes() {
        Answer hook = hook("/rotation", "\"secret\": \"%s\"".formatted(SECRET));
        String first =
                rotate(hook, "{\"signatureScheme\": \"ed25519\"}").at("/publicKey").asString();
        String second = rotate(hook, "{}").at("/publicKey").asString();
        String secret = rotate(hook, "{\"signatureScheme\": \"hmac\"}").at("/secret").asString();
        project("Pier 5");
        Received request = receiver.await("/rotation", 1).getFirst();
        String value = "[A-Za-z0-9+/=]+";
        assertThat(request.header("webhook-signature"))
                .matches("v1,%1$s v1a,%1$s v1a,%1$s v1,%1$s".formatted(value));
        assertThat(Signed.bySecret(request, SECRET)).isTrue();
        assertThat(Signed.bySecret(request, secret)).isTrue();
        assertThat(Signed.byKey(request, first)).isTrue();
        assertThat(Signed.byKey(request, second)).isTrue();
        assertThat(Signed.bySecret(request, "another")).isFalse();

        rotate(hook, "{\"signatureScheme\": \"ed25519\", \"overlap\": \"PT0S\"}");
        project("Pier 6");
        Received alone = receiver.await("/rotation", 2).getLast();
        assertThat(alone.header("webhook-signature")).matches("v1a," + value);
        assertThat(Signed.byKey(alone, second)).isFalse();
        assertThat(Signed.byKey(alone, shown(hook).at("/publicKey").asString())).isTrue();
    }

    @Test
    void the_same_event_in_each_content_mode() {
        hook("/standard", "\"secret\": \"%s\"".formatted(SECRET));
        hook(
                "/binary",
                "\"contentMode\": \"cloudevents-binary\", \"secret\": \"%s\"".formatted(SECRET));
        Answer structured =
                hook(
                        "/structured",
                        "\"contentMode\": \"cloudevents-structured\","
                                + " \"signatureScheme\": \"ed25519\"");
        long id = project("Zoë – 任务 ✅");
        Received standard = receiver.await("/standard", 1).getFirst();
        Received binary = receiver.await("/binary", 1).getFirst();
        Received whole = receiver.await("/structured", 1).getFirst();
        JsonNode body = JSON.readTree(standard.body());

        assertThat(JSON.readTree(binary.body())).isEqualTo(body.path("data"));
        assertThat(binary.header("content-type")).isEqualTo("application/json");
        assertThat(binary.header("ce-specversion")).isEqualTo("1.0");
        assertThat(binary.header("ce-id")).isEqualTo(binary.header("webhook-id"));
        assertThat(binary.header("ce-source")).isEqualTo(ORIGIN);
        assertThat(binary.header("ce-type")).isEqualTo("project.created");
        assertThat(binary.header("ce-subject")).isEqualTo("project:" + id);
        assertThat(binary.header("ce-time")).isEqualTo(body.path("timestamp").asString());
        assertThat(Signed.bySecret(binary, SECRET)).isTrue();

        JsonNode event = JSON.readTree(whole.body());
        assertThat(whole.header("content-type")).isEqualTo("application/cloudevents+json");
        assertThat(whole.header("ce-id")).isEmpty();
        assertThat(event.propertyNames())
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "data");
        assertThat(event.path("id").asString()).isEqualTo(whole.header("webhook-id"));
        assertThat(event.path("data")).isEqualTo(body.path("data"));
        assertThat(Signed.byKey(whole, structured.at("/publicKey").asString())).isTrue();
    }

    @Test
    void attributes_that_headers_cannot_hold_are_encoded_in_them() {
        hook("/encoded", "\"contentMode\": \"cloudevents-binary\"");
        Answer posted =
                api.post(
                        "/api/v3/events",
                        "{\"type\": \"custom.order.shipped\", \"data\": {\"a\": 1},"
                                + " \"subject\": \"order:Zoë 50% \\\"x\\\"\"}");
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        Received request = receiver.await("/encoded", 1).getFirst();
        assertThat(request.header("ce-subject")).isEqualTo("order:Zo%C3%AB%2050%25%20%22x%22");
        assertThat(request.header("ce-type")).isEqualTo("custom.order.shipped");
        assertThat(request.text()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void a_thin_body_has_ids_and_links_only() {
        hook("/thin", "\"payload\": \"thin\"");
        long id = project("Nobody's business");
        Received request = receiver.await("/thin", 1).getFirst();
        assertThat(request.text()).doesNotContain("business");
        JsonNode data = JSON.readTree(request.body()).path("data");
        assertThat(data.propertyNames()).containsExactly("id", "url", "actor");
        assertThat(data.path("id").asLong()).isEqualTo(id);
        String path = data.path("url").asString().substring(ORIGIN.length());
        assertThat(api.get(path).at("/name").asString()).isEqualTo("Nobody's business");
        assertThat(data.path("actor").propertyNames()).containsExactly("id", "url");
    }

    @Test
    void a_thin_custom_event_leads_to_its_place_in_the_log() {
        hook("/place", "\"payload\": \"thin\", \"contentMode\": \"cloudevents-structured\"");
        api.post("/api/v3/events", "{\"type\": \"custom.order.paid\", \"data\": {\"total\": 7}}");
        JsonNode event = JSON.readTree(receiver.await("/place", 1).getFirst().body());
        JsonNode data = event.path("data");
        assertThat(data.path("id")).isEqualTo(event.path("id"));
        String path = data.path("url").asString().substring(ORIGIN.length());
        JsonNode found = api.get(path).at("/_embedded/elements/0");
        assertThat(found.path("id")).isEqualTo(event.path("id"));
        assertThat(found.at("/data/total").asInt()).isEqualTo(7);
    }

    @Test
    void an_update_tells_each_attribute_that_was_changed() {
        hook("/changes", "\"events\": [\"project.updated\"]");
        long id = project("Old name");
        api.patch(
                "/api/v3/projects/" + id,
                """
                {"name": "New name", "active": true, "timeBudget": "PT160H",
                 "_links": {"status": {"href": "/api/v3/project_statuses/on_track"}}}\
                """);
        JsonNode changes =
                JSON.readTree(receiver.await("/changes", 1).getFirst().body()).at("/data/changes");
        assertThat(changes.propertyNames())
                .containsExactlyInAnyOrder("name", "timeBudget", "status");
        assertThat(changes.path("name").toString())
                .isEqualTo("{\"from\":\"Old name\",\"to\":\"New name\"}");
        assertThat(changes.at("/timeBudget/from").isNull()).isTrue();
        assertThat(changes.at("/timeBudget/to").asString()).isEqualTo("PT160H");
        assertThat(changes.at("/status/to").toString()).contains("on_track");
    }

    @Test
    void a_retry_keeps_the_packaging_and_what_is_sent_again_takes_the_present_one() {
        receiver.on("/again", Reply.answer(500), Reply.answer(200));
        Answer hook = hook("/again", "\"contentMode\": \"cloudevents-structured\"");
        project("Pier 7");
        receiver.await("/again", 1);
        String present = "{\"contentMode\": \"cloudevents-binary\", \"payload\": \"thin\"}";
        assertThat(api.patch(path(hook), present).status()).isEqualTo(200);
        List<Received> tries = receiver.await("/again", 2);
        assertThat(tries.get(1).text()).isEqualTo(tries.get(0).text());
        assertThat(tries.get(1).header("content-type")).isEqualTo("application/cloudevents+json");

        JsonNode delivered = await(hook, "/deliveries", shown -> isDelivered(shown, 2));
        String delivery = "/deliveries/" + delivered.at("/_embedded/elements/0/id").asString();
        JsonNode logged = api.get(path(hook) + delivery).body();
        assertThat(logged.at("/request/body").asString()).isEqualTo(tries.get(1).text());
        assertThat(logged.at("/request/headers/Content-Type").asString())
                .isEqualTo("application/cloudevents+json");

        assertThat(api.post(path(hook) + delivery + "/redeliver", "{}").status()).isEqualTo(200);
        Received again = receiver.await("/again", 3).getLast();
        assertThat(again.header("webhook-id")).isEqualTo(tries.get(0).header("webhook-id"));
        assertThat(again.header("ce-id")).isEqualTo(again.header("webhook-id"));
        assertThat(JSON.readTree(again.body()).propertyNames())
                .containsExactly("id", "url", "actor");
        await(hook, "/deliveries", shown -> isDelivered(shown, 3));
        JsonNode relogged = api.get(path(hook) + delivery).body();
        assertThat(relogged.at("/request/body").asString()).isEqualTo(again.text());
        assertThat(relogged.at("/request/headers/ce-type").asString()).isEqualTo("project.created");

        String since = relogged.at("/event/occurredAt").asString();
        Answer replayed = api.post(path(hook) + "/replay", "{\"since\": \"%s\"}".formatted(since));
        assertThat(replayed.status()).as(replayed.text()).isEqualTo(200);
        Received played = receiver.await("/again", 4).getLast();
        assertThat(played.text()).isEqualTo(again.text());
    }

    @Test
    void test_events_come_as_events_would() {
        Answer hook =
                hook(
                        "/test",
                        "\"contentMode\": \"cloudevents-binary\", \"payload\": \"thin\","
                                + " \"signatureScheme\": \"ed25519\"");
        Answer tested = api.post(path(hook) + "/test", "{\"event\": \"time_entry.updated\"}");
        assertThat(tested.status()).as(tested.text()).isEqualTo(200);
        Received request = receiver.await("/test", 1).getFirst();
        assertThat(request.header("webhook-test")).isEqualTo("true");
        assertThat(request.header("ce-id")).startsWith("evt_test_");
        assertThat(request.header("ce-type")).isEqualTo("time_entry.updated");
        assertThat(JSON.readTree(request.body()).propertyNames())
                .containsExactly("id", "url", "actor", "project");
        assertThat(Signed.byKey(request, hook.at("/publicKey").asString())).isTrue();
        assertThat(tested.at("/request/body").asString()).isEqualTo(request.text());
        assertThat(tested.at("/request/headers/ce-subject").asString())
                .isEqualTo(request.header("ce-subject"));
    }

    private Answer hook(String path, String more) {
        String events =
                more.contains("\"events\"") ? "" : "\"events\": [\"project.*\", \"custom.*\"], ";
        Answer created =
                api.post(
                        "/api/v3/webhooks",
                        "{\"name\": \"Standard %d\", \"url\": \"%s\", \"format\": \"standard\", %s%s}"
                                .formatted(
                                        COUNT.incrementAndGet(), receiver.url(path), events, more));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }

    private static long project(String name) {
        Answer created = api.post("/api/v3/projects", "{\"name\": \"%s\"}".formatted(name));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private static Answer rotate(Answer hook, String json) {
        Answer rotated = api.post(path(hook) + "/rotate_secret", json);
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        return rotated;
    }

    private static String path(Answer hook) {
        return "/api/v3/webhooks/" + hook.id();
    }

    private static Answer shown(Answer hook) {
        return api.get(path(hook));
    }

    private static boolean isDelivered(JsonNode shown, int attempts) {
        JsonNode first = shown.at("/_embedded/elements/0");
        return first.path("state").asString().equals("delivered")
                && first.path("attempts").size() == attempts;
    }

    private static JsonNode await(Answer hook, String path, Predicate<JsonNode> expected) {
        return Until.seen(() -> api.get(path(hook) + path).body(), expected);
    }
}
