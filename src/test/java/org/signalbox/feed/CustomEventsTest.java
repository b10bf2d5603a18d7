package org.signalbox.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.event.Event;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** Other applications append events of their own. */
@Tag("api")
class CustomEventsTest {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String EVENTS = "/api/v3/events";

    private final Api api = SERVER.api();
    private final RecordedEvents log = RecordedEvents.from(SERVER);

    @Test
    void one_event() {
        String data =
                "{\"order\": 17.50,\n  \"note\": \"\\u00fc\\u0000 ü😀\", \"b\": 1, \"a\": 1e400}";
        Answer answer =
                api.post(
                        EVENTS,
                        """
                        {"type": "custom.order.shipped", "data": %s, "subject": "order:17"}
                        """
                                .formatted(data));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        Event event = log.all().getFirst();
        assertThat(event.type()).isEqualTo("custom.order.shipped");
        assertThat(event.subject()).hasToString("order:17");
        assertThat(event.data()).isEqualTo(data);
        assertThat(event.projectId()).isNull();
        assertThat(answer.text()).contains("\"data\":" + data);
        assertThat(answer.body().propertyNames())
                .containsExactly(
                        "_type",
                        "id",
                        "sequence",
                        "type",
                        "occurredAt",
                        "subject",
                        "data",
                        "_links");
        assertThat(answer.at("/_type").asString()).isEqualTo("Event");
        assertThat(answer.at("/id").asString()).isEqualTo(event.id());
        assertThat(answer.at("/sequence").asLong()).isEqualTo(event.sequence());
        assertThat(answer.at("/subject").asString()).isEqualTo("order:17");
        assertThat(answer.at("/_links/actor/href").asString())
                .isEqualTo("/api/v3/users/" + event.actorId());
        assertThat(answer.at("/_links/project/href").isNull()).isTrue();
    }

    @Test
    void an_array_is_appended_in_its_order() {
        String array =
                IntStream.range(0, 1000)
                        .mapToObj(
                                i -> "{\"type\":\"custom.many\",\"data\":{\"i\":%d}}".formatted(i))
                        .toList()
                        .toString();
        Answer answer = api.post(EVENTS, array);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.at("/_type").asString()).isEqualTo("Collection");
        assertThat(answer.at("/count").asInt()).isEqualTo(1000);
        List<Event> events = log.all();
        assertThat(events)
                .extracting(Event::data)
                .isEqualTo(IntStream.range(0, 1000).mapToObj("{\"i\":%d}"::formatted).toList());
        assertThat(StreamSupport.stream(elements(answer).spliterator(), false))
                .extracting(element -> element.path("sequence").asLong())
                .isEqualTo(events.stream().map(Event::sequence).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "order:17, order:17",
        "batch, custom:batch",
        ":17, custom::17",
        "order:, custom:order:",
        "a:b:c, a:b:c"
    })
    void what_an_event_is_about(String sent, String subject) {
        Answer answer =
                api.post(
                        EVENTS,
                        "{\"type\":\"custom.x\",\"data\":{},\"subject\":\"%s\"}".formatted(sent));
        assertThat(answer.at("/subject").asString()).isEqualTo(subject);
    }

    @Test
    void without_a_subject_each_is_about_itself() {
        Answer answer =
                api.post(
                        EVENTS,
                        """
                        [{"type":"custom.x","data":{}}, {"type":"custom.x","data":{},"subject":null}]
                        """);
        for (JsonNode element : elements(answer)) {
            assertThat(element.path("subject").asString())
                    .isEqualTo("event:" + element.path("id").asString());
        }
    }

    @Test
    void in_a_project() {
        long project = new Persons(SERVER).project(false);
        Answer answer =
                api.post(
                        EVENTS,
                        """
                        {"type": "custom.x", "data": {},
                         "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                        """
                                .formatted(project));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(log.lastEvent("custom.x").projectId()).isEqualTo(project);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"data":{}} | type
                    {"type":null,"data":{}} | type
                    {"type":7,"data":{}} | type
                    {"type":"order","data":{}} | type
                    {"type":"custom","data":{}} | type
                    {"type":"custom.","data":{}} | type
                    {"type":"custom.Order","data":{}} | type
                    {"type":"custom.a..b","data":{}} | type
                    {"type":"custom.a\\n","data":{}} | type
                    {"type":"custom.*","data":{}} | type
                    {"type":"time_entry.created","data":{}} | type
                    {"type":"custom.x"} | data
                    {"type":"custom.x","data":null} | data
                    {"type":"custom.x","data":"text"} | data
                    {"type":"custom.x","data":[1]} | data
                    {"type":"custom.x","data":{},"subject":7} | subject
                    {"type":"custom.x","data":{},"subject":""} | subject
                    {"type":"custom.x","data":{},"subject":"a\\u0000b"} | subject
                    {"type":"custom.x","data":{},"subject":"a\\tb"} | subject
                    {"type":"custom.x","data":{},"subject":"a\\ud800b"} | subject
                    {"type":"custom.x","data":{},"sequence":9} | sequence
                    {"type":"custom.x","data":{},"_links":7} | _links
                    {"type":"custom.x","data":{},"_links":{"actor":{"href":"/api/v3/users/1"}}} | actor
                    {"type":"custom.x","data":{},"_links":{"project":7}} | project
                    {"type":"custom.x","data":{},"_links":{"project":{"href":"/api/v3/users/1"}}} | project
                    {"type":"custom.x","data":{},"_links":{"project":{"href":"/api/v3/projects/987654"}}} | project
                    """)
    void what_an_event_may_not_be(String json, String attribute) {
        Answer answer = api.post(EVENTS, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
        Answer second = api.post(EVENTS, "[{\"type\":\"custom.x\",\"data\":{}}," + json + "]");
        assertThat(second.status()).as(second.text()).isEqualTo(422);
        assertThat(second.at("/_embedded/details/attribute").asString())
                .isEqualTo("[1]." + attribute);
        assertThat(second.at("/message").asString()).startsWith("[1]: ");
        assertThat(log.all()).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Answer answer = api.post(EVENTS, "[{\"type\":\"x\",\"subject\":7}]");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().findValuesAsString("attribute"))
                .containsExactlyInAnyOrder("[0].type", "[0].subject", "[0].data");
    }

    @Test
    void how_long_things_may_be() {
        assertThat(post("custom." + "a".repeat(93), "{}", "s".repeat(200))).isEqualTo(201);
        assertThat(post("custom." + "a".repeat(94), "{}", "s")).isEqualTo(422);
        assertThat(post("custom.a", "{}", "s".repeat(201))).isEqualTo(422);
        assertThat(post("custom.a", "{\"a\":\"%s\"}".formatted("x".repeat(65_528)), "s"))
                .isEqualTo(201);
        assertThat(post("custom.a", "{\"a\":\"%s\"}".formatted("x".repeat(65_529)), "s"))
                .isEqualTo(422);
        assertThat(post("custom.a", "{\"a\":\"%s\"}".formatted("ü".repeat(32_765)), "s"))
                .isEqualTo(422);
    }

    private int post(String type, String data, String subject) {
        return api.post(
                        EVENTS,
                        "{\"type\":\"%s\",\"data\":%s,\"subject\":\"%s\"}"
                                .formatted(type, data, subject))
                .status();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "null",
                "[]",
                "[7]",
                "[{\"type\":\"custom.x\",\"data\":{}},null]",
                "{\"type\":\"custom.x\",\"data\":{}} {}",
                "{\"type\":\"custom.x\",\"data\":{}",
                "{\"type\":\"custom.x\",\"data\":{\"a\":}}",
                "{\"type\":\"custom.x\",\"data\":{\"a\":01}}",
                "{\"type\":\"custom.x\",\"data\":{\"a\":\"\\x\"}}",
                "{'type':\"custom.x\",\"data\":{}}",
            })
    void what_is_no_body(String body) {
        Answer answer = api.post(EVENTS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(log.all()).isEmpty();
    }

    @Test
    void no_more_than_a_thousand_and_no_more_than_8_MiB() {
        String event = "{\"type\":\"custom.x\",\"data\":{}}";
        String tooMany = "[" + (event + ",").repeat(1000) + event + "]";
        assertThat(api.post(EVENTS, tooMany).status()).isEqualTo(400);
        String big =
                "{\"type\":\"custom.x\",\"data\":{\"a\":\"%s\"}}".formatted("x".repeat(60_000));
        String array = "[" + (big + ",").repeat(99) + big + "]";
        assertThat(api.post(EVENTS, array).status()).isEqualTo(201);
        String tooBig = "[" + (big + ",").repeat(140) + big + "]";
        assertThat(api.post(EVENTS, tooBig).status()).isEqualTo(413);
        assertThat(log.all()).hasSize(100);
    }

    @Test
    void for_administrators_alone() {
        String event = "{\"type\":\"custom.x\",\"data\":{}}";
        assertThat(api.anonymous().post(EVENTS, event).status()).isEqualTo(401);
        Api somebody = new Persons(SERVER).add().api();
        assertThat(somebody.post(EVENTS, event).status()).isEqualTo(403);
        assertThat(somebody.post(EVENTS, "nonsense").status()).isEqualTo(403);
        Answer typed =
                api.send("POST", EVENTS, event, Map.of("Content-Type", "application/x-ndjson"));
        assertThat(typed.status()).isEqualTo(415);
        assertThat(log.types()).doesNotContain("custom.x");
    }

    private static JsonNode elements(Answer answer) {
        return answer.at("/_embedded/elements");
    }
}
