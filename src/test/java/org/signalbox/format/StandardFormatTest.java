package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.event.Subject;
import org.signalbox.sender.Header;
import org.signalbox.webhook.ContentMode;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Packaging;
import org.signalbox.webhook.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StandardFormatTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final StandardFormat STANDARD =
            new StandardFormat(JSON, new Origin("https://signalbox.example.com"));

    static Stream<String> names() {
        return STANDARD.events().stream().map(EventName::name);
    }

    /** With {@code -Dtest.golden=write} the files become what is sent now. */
    @ParameterizedTest
    @MethodSource("names")
    void is_sent_as_written_down(String name) throws IOException {
        check(name, Packaging.PLAIN, name.replace("*", "any"));
    }

    @ParameterizedTest
    @CsvSource({
        "time_entry.updated, CLOUDEVENTS_BINARY, FULL",
        "time_entry.updated, CLOUDEVENTS_STRUCTURED, FULL",
        "time_entry.updated, STANDARD, THIN",
        "time_entry.updated, CLOUDEVENTS_BINARY, THIN",
        "project.deleted, CLOUDEVENTS_STRUCTURED, THIN",
        "user.created, STANDARD, THIN",
        "work_package.commented, STANDARD, THIN",
        "custom.order.shipped, CLOUDEVENTS_BINARY, FULL",
        "custom.order.shipped, CLOUDEVENTS_STRUCTURED, FULL",
        "custom.order.shipped, STANDARD, THIN"
    })
    void is_packaged_as_written_down(String name, ContentMode mode, Payload payload)
            throws IOException {
        check(name, new Packaging(mode, payload), name + "." + mode.word() + "." + payload.word());
    }

    private static void check(String name, Packaging packaging, String fileName)
            throws IOException {
        Event event = STANDARD.sample(name);
        String headers =
                Stream.concat(
                                Stream.of(
                                        new Header(
                                                "Content-Type", STANDARD.contentType(packaging))),
                                STANDARD.headers(event, packaging).stream())
                        .map(header -> header.name() + ": " + header.value() + "\n")
                        .collect(Collectors.joining());
        JsonNode body = JSON.readTree(STANDARD.body(event, event.type(), packaging));
        String text = headers + "\n" + body.toPrettyString() + "\n";
        BodySchema.STANDARD.golden(fileName + ".http", text);
    }

    @ParameterizedTest
    @MethodSource("names")
    void fits_what_receivers_know(String name) {
        Event event = STANDARD.sample(name);
        BodySchema.STANDARD.check(new String(STANDARD.body(event, event.type()), UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Payload.class)
    void every_envelope_has_the_same_data(Payload payload) {
        for (String name : EventTypes.all()) {
            Event event = STANDARD.sample(name);
            String data = body(event, ContentMode.CLOUDEVENTS_BINARY, payload);
            assertThat(body(event, ContentMode.STANDARD, payload))
                    .endsWith(",\"data\":" + data + "}");
            assertThat(body(event, ContentMode.CLOUDEVENTS_STRUCTURED, payload))
                    .endsWith(",\"datacontenttype\":\"application/json\",\"data\":" + data + "}");
        }
    }

    @Test
    void thin_data_has_nothing_but_ids_and_links() {
        for (String name : EventTypes.all()) {
            JsonNode full = JSON.readTree(body(STANDARD.sample(name), Payload.FULL)).path("data");
            JsonNode thin = JSON.readTree(body(STANDARD.sample(name), Payload.THIN)).path("data");
            assertThat(thin.path("id")).isEqualTo(full.path("id"));
            assertThat(thin.path("url")).isEqualTo(full.path("url"));
            if (full.path("actor").isNull()) {
                assertThat(thin.path("actor").isNull()).isTrue();
            } else {
                assertThat(thin.path("actor").propertyNames()).containsExactly("id", "url");
            }
            assertThat(thin.at("/actor/id")).isEqualTo(full.at("/actor/id"));
            if (STANDARD.sample(name).subject().kind().equals("project")) {
                assertThat(thin.propertyNames()).containsExactly("id", "url", "actor");
            } else {
                assertThat(thin.propertyNames()).containsExactly("id", "url", "actor", "project");
                assertThat(thin.at("/project/id")).isEqualTo(full.at("/project/id"));
                assertThat(thin.at("/project/name").isMissingNode()).isTrue();
            }
        }
    }

    private static String body(Event event, Payload payload) {
        return body(event, ContentMode.STANDARD, payload);
    }

    private static String body(Event event, ContentMode mode, Payload payload) {
        return new String(STANDARD.body(event, event.type(), new Packaging(mode, payload)), UTF_8);
    }

    @Test
    void what_was_posted_stays_as_it_is_in_every_envelope() {
        String posted = "{ \"b\":1.50,\n \"a\" : 1e400, \"text\": \"\\u00fc\\ud800 <ü>\" }";
        Event event = custom(new Subject("order", "17"), posted);
        assertThat(body(event, ContentMode.CLOUDEVENTS_BINARY, Payload.FULL)).isEqualTo(posted);
        assertThat(body(event, ContentMode.CLOUDEVENTS_STRUCTURED, Payload.FULL))
                .endsWith(",\"data\":" + posted + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    order:17           | order:17
                    order:Zoë          | order:Zo%C3%AB
                    order:Euro € 😀    | order:Euro%20%E2%82%AC%20%F0%9F%98%80
                    order:50%          | order:50%25
                    order:%20          | order:%2520
                    order:"a"\\~!      | order:%22a%22\\~!
                    """)
    void headers_hold_printable_ascii_only(String subject, String encoded) {
        Event event = custom(new Subject("order", subject.substring(6)), "{}");
        var binary = new Packaging(ContentMode.CLOUDEVENTS_BINARY, Payload.FULL);
        assertThat(STANDARD.headers(event, binary)).contains(new Header("ce-subject", encoded));
        JsonNode structured =
                JSON.readTree(body(event, ContentMode.CLOUDEVENTS_STRUCTURED, Payload.FULL));
        assertThat(structured.path("subject").asString()).isEqualTo(subject);
    }

    private static Event custom(Subject subject, String posted) {
        return new Event(
                7,
                "evt_1",
                "custom.order.shipped",
                Instant.parse("2026-11-19T21:41:06.812Z"),
                subject,
                null,
                1L,
                posted);
    }
}
