package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.event.Subject;
import org.signalbox.sender.Header;
import org.signalbox.sender.Secret;
import org.signalbox.webhook.EventName;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatsTest {
    /** What belongs to no project. */
    private static final Set<String> NOWHERE =
            Set.of("user", "group", "placeholder_user", "client", "absence", "webhook");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OpenProjectFormat OPENPROJECT = new OpenProjectFormat(JSON);
    private static final StandardFormat STANDARD =
            new StandardFormat(JSON, new Origin("https://signalbox.example.com"));

    static Stream<String> namesOfOpenProject() {
        return OPENPROJECT.events().stream().map(EventName::name);
    }

    static Stream<String> namesOfOurs() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("namesOfOpenProject")
    void openproject_gives_the_action_and_the_representation(String name) {
        JsonNode body = JSON.readTree(OPENPROJECT.body(OPENPROJECT.sample(name), name));
        String kind =
                name.startsWith("work_package_comment:")
                        ? "activity"
                        : name.substring(0, name.indexOf(':'));
        assertThat(body.path("action").asString()).isEqualTo(name);
        assertThat(body.propertyNames())
                .containsExactlyElementsOf(
                        kind.equals("work_package")
                                ? List.of("action", kind, "actor")
                                : List.of("action", kind));
        assertThat(body.path(kind).path("_links").path("self").path("href").asString())
                .startsWith("/api/v3/");
    }

    @ParameterizedTest
    @MethodSource("namesOfOpenProject")
    void openproject_sends_as_written_down_what_receivers_know(String name) throws IOException {
        byte[] sent = OPENPROJECT.body(OPENPROJECT.sample(name), name);
        JsonNode body = BodySchema.OPENPROJECT.check(new String(sent, UTF_8));
        BodySchema.OPENPROJECT.golden(
                name.replace(':', '.') + ".json", body.toPrettyString() + "\n");
    }

    @ParameterizedTest
    @MethodSource("namesOfOurs")
    void standard_gives_type_timestamp_and_data(String name) {
        JsonNode body = JSON.readTree(STANDARD.body(STANDARD.sample(name), name));
        String kind =
                switch (name) {
                    case EventTypes.WORK_PACKAGE_COMMENTED -> "activity";
                    case EventTypes.PROJECT_COMMENTED -> "project_comment";
                    default -> name.substring(0, name.indexOf('.'));
                };
        assertThat(body.propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(body.path("type").asString()).isEqualTo(name);
        assertThat(body.path("timestamp").asString()).isEqualTo("2026-11-19T21:41:06.812Z");
        JsonNode data = body.path("data");
        assertThat(data.propertyNames()).contains("id", "url", kind, "actor", "project");
        assertThat(data.path(kind).has("_type")).as("the subject as a whole").isTrue();
        assertThat(data.path("url").asString()).startsWith("https://signalbox.example.com/api/v3/");
        assertThat(data.path("actor").path("name").asString(""))
                .isEqualTo(kind.equals("webhook") ? "" : "Mira Okafor");
        assertThat(data.path("project").path("name").asString(""))
                .isEqualTo(NOWHERE.contains(kind) ? "" : "System admin guide");
        boolean isChange =
                !name.endsWith("created")
                        && !name.endsWith("deleted")
                        && !name.endsWith("commented");
        assertThat(data.has("changes")).isEqualTo(isChange);
    }

    @Test
    void the_bytes_are_the_same_every_time() {
        for (EventName name : STANDARD.events()) {
            Event event = STANDARD.sample(name.name());
            assertThat(STANDARD.body(event, name.name()))
                    .isEqualTo(STANDARD.body(event, name.name()));
        }
        Event event = OPENPROJECT.sample("time_entry:created");
        assertThat(OPENPROJECT.body(event, "time_entry:created"))
                .isEqualTo(new OpenProjectFormat(JSON).body(event, "time_entry:created"));
    }

    @Test
    void a_time_entry_as_receivers_of_openproject_know_it() {
        JsonNode entry =
                JSON.readTree(
                                OPENPROJECT.body(
                                        OPENPROJECT.sample("time_entry:created"),
                                        "time_entry:created"))
                        .path("time_entry");
        assertThat(entry.path("_type").asString()).isEqualTo("TimeEntry");
        assertThat(entry.path("id").asLong()).isEqualTo(812);
        assertThat(entry.path("hours").asString()).isEqualTo("PT1H30M");
        assertThat(entry.path("spentOn").asString()).isEqualTo("2026-11-19");
        assertThat(entry.at("/_links/user/href").asString()).isEqualTo("/api/v3/users/5");
        assertThat(entry.at("/_links/delete/method").asString()).isEqualTo("delete");
        assertThat(entry.path("_embedded").propertyNames())
                .contains("project", "workPackage", "entity", "user", "activity");
        assertThat(entry.at("/_embedded/user/email").asString()).isEqualTo("ana@example.com");
        assertThat(entry.at("/_embedded/workPackage").has("_embedded")).isFalse();
        assertThat(entry.at("/_embedded/activity/_type").asString())
                .isEqualTo("TimeEntriesActivity");
    }

    @Test
    void a_work_package_as_receivers_of_openproject_know_it() {
        JsonNode body =
                JSON.readTree(
                        OPENPROJECT.body(
                                OPENPROJECT.sample("work_package:updated"),
                                "work_package:updated"));
        assertThat(body.at("/work_package/_type").asString()).isEqualTo("WorkPackage");
        assertThat(body.at("/work_package/lockVersion").asLong()).isEqualTo(4);
        assertThat(body.at("/work_package/_embedded").propertyNames())
                .contains("type", "priority", "project", "status", "author", "assignee")
                .doesNotContain("responsible");
        assertThat(body.at("/actor/_type").asString()).isEqualTo("User");
        assertThat(body.at("/actor/name").asString()).isEqualTo("Mira Okafor");
    }

    @Test
    void a_comment_as_receivers_of_openproject_know_it() {
        String name = "work_package_comment:comment";
        JsonNode activity =
                JSON.readTree(OPENPROJECT.body(OPENPROJECT.sample(name), name)).path("activity");
        assertThat(activity.path("_type").asString()).isEqualTo("Activity::Comment");
        assertThat(activity.at("/comment/raw").asString()).startsWith("The part about");
        assertThat(activity.path("internal").asBoolean()).isFalse();
        assertThat(activity.path("_embedded").propertyNames())
                .containsExactly("workPackage", "attachments", "emojiReactions");
        assertThat(activity.at("/_links/user").toString())
                .isEqualTo("{\"href\":\"/api/v3/users/4\"}");
    }

    @Test
    void an_attachment_as_receivers_of_openproject_know_it() {
        String name = "attachment:created";
        JsonNode attachment =
                JSON.readTree(OPENPROJECT.body(OPENPROJECT.sample(name), name)).path("attachment");
        assertThat(attachment.path("fileName").asString()).isEqualTo("restore.pdf");
        assertThat(attachment.path("_embedded").propertyNames())
                .containsExactly("author", "container");
        assertThat(attachment.at("/_embedded/container/subject").asString())
                .isEqualTo("Write the backup chapter");
        assertThat(attachment.at("/_embedded/container").has("_embedded")).isFalse();
    }

    @Test
    void openproject_tells_internal_comments_from_others() {
        var both = Set.of("work_package_comment:comment", "work_package_comment:internal_comment");
        for (String name : both) {
            Event event = OPENPROJECT.sample(name);
            assertThat(event.type()).isEqualTo("work_package.commented");
            assertThat(OPENPROJECT.nameFor(event, both)).hasValue(name);
            assertThat(OPENPROJECT.typeOf(name)).hasValue("work_package.commented");
        }
        assertThat(
                        OPENPROJECT.nameFor(
                                OPENPROJECT.sample("work_package_comment:internal_comment"),
                                Set.of("work_package_comment:comment")))
                .isEmpty();
    }

    @Test
    void what_openproject_escapes_is_told_by_the_letter() {
        var escapes = JsonFactory.builder().characterEscapes(new HtmlEscapes()).build();
        byte[] written =
                JsonMapper.builder(escapes)
                        .build()
                        .writeValueAsBytes(Map.of("<", "a>&\u2028\u2029\u202aä\n\"\u001f"));
        assertThat(new String(written, UTF_8))
                .isEqualTo("{\"\\u003c\":\"a\\u003e\\u0026\\u2028\\u2029\u202aä\\n\\\"\\u001F\"}");
    }

    @Test
    void openproject_writes_brackets_and_ampersands_escaped() {
        var text =
                new String(
                        OPENPROJECT.body(OPENPROJECT.sample("project:created"), "project:created"),
                        UTF_8);
        assertThat(text).contains("\\u003cp").doesNotContain("<", ">", "&");
    }

    @Test
    void every_event_has_one_name_in_the_neutral_format() {
        assertThat(STANDARD.events())
                .extracting(EventName::name)
                .startsWith(EventTypes.all().toArray(String[]::new))
                .endsWith("custom.*")
                .hasSize(EventTypes.all().size() + 1);
        assertThat(STANDARD.events())
                .contains(
                        new EventName(
                                "work_package.status_changed",
                                "work_package.status_changed",
                                "Work packages",
                                "Status changed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "time_entry.*", "time_entry.created"})
    void what_covers_an_event(String subscribed) {
        Event event = STANDARD.sample("time_entry.created");
        assertThat(STANDARD.knows(subscribed)).isTrue();
        assertThat(STANDARD.nameFor(event, Set.of(subscribed))).hasValue("time_entry.created");
        assertThat(STANDARD.sample(subscribed)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"project.*", "time_entry.updated", "work_package.created"})
    void what_does_not(String subscribed) {
        Event event = STANDARD.sample("time_entry.created");
        assertThat(STANDARD.nameFor(event, Set.of(subscribed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "**",
                "time.*",
                "time_entry:created",
                "time_entry",
                "nothing.created",
                "custom",
                "custom.",
                "custom.Order",
                "custom..a",
                "custom.a*",
                "custom.a.*"
            })
    void what_is_no_name(String name) {
        assertThat(STANDARD.knows(name)).isFalse();
    }

    @Test
    void the_names_of_custom_events_are_open() {
        Event shipped = STANDARD.sample("custom.order.shipped");
        assertThat(STANDARD.sample("custom.*").type()).isEqualTo("custom.order.shipped");
        assertThat(STANDARD.nameFor(shipped, Set.of("custom.*"))).hasValue("custom.order.shipped");
        assertThat(STANDARD.nameFor(shipped, Set.of("*"))).hasValue("custom.order.shipped");
        assertThat(STANDARD.nameFor(shipped, Set.of("custom.order.shipped")))
                .hasValue("custom.order.shipped");
        assertThat(STANDARD.nameFor(shipped, Set.of("custom.order"))).isEmpty();
        assertThat(STANDARD.knows("custom.a-b.c_d.9")).isTrue();
        assertThat(OPENPROJECT.knows("custom:order")).isFalse();
    }

    @Test
    void the_data_of_a_custom_event_goes_out_to_the_letter() {
        String posted = "{ \"b\":1.50,\n \"a\" : 1e400, \"text\": \"\\u00fc\\ud800 <ü>\" }";
        var event =
                new Event(
                        7,
                        "evt_1",
                        "custom.order.shipped",
                        Instant.parse("2026-11-19T21:41:06.812Z"),
                        new Subject("order", "17"),
                        null,
                        1L,
                        posted);
        assertThat(new String(STANDARD.body(event, "custom.order.shipped"), UTF_8))
                .isEqualTo(
                        "{\"type\":\"custom.order.shipped\",\"timestamp\":\"2026-11-19T21:41:06.812Z\",\"data\":"
                                + posted
                                + "}");
    }

    @Test
    void openproject_has_no_wildcards_and_not_every_event() {
        assertThat(OPENPROJECT.knows("*")).isFalse();
        assertThat(OPENPROJECT.knows("time_entry.created")).isFalse();
        Event deleted = STANDARD.sample("time_entry.deleted");
        assertThat(OPENPROJECT.nameFor(deleted, Set.of("time_entry:deleted", "*"))).isEmpty();
    }

    @Test
    void openproject_signs_with_the_secret_that_receivers_know_already() {
        byte[] body = "{\"action\":\"project:created\"}".getBytes(UTF_8);
        var secrets = List.of(new Secret("new one"), new Secret("s3cret"));
        assertThat(OPENPROJECT.headers(body, secrets))
                .containsExactly(
                        new Header(
                                "X-OP-Signature", "sha1=f53b3c1c945fad81fb4d04f8e57123963f7de2f2"));
        assertThat(OPENPROJECT.headers(body, List.of())).isEmpty();
        assertThat(STANDARD.headers(body, secrets)).isEmpty();
    }

    @Test
    void an_older_snapshot_that_lacks_something_is_still_readable() {
        Event event = STANDARD.sample("user.created");
        var old =
                new Event(
                        1,
                        event.id(),
                        event.type(),
                        event.occurredAt(),
                        event.subject(),
                        null,
                        null,
                        event.data()
                                .replace("\"billable\":true,", "")
                                .replaceFirst("\\{", "{\"later\":1,"));
        assertThat(STANDARD.body(old, "user.created")).isNotEmpty();
    }
}
