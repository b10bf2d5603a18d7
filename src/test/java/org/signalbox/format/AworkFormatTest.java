package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.webhook.EventName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AworkFormatTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID SERVER = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final AworkFormat AWORK = format(SERVER);

    private static AworkFormat format(UUID server) {
        var origin = new Origin("https://signalbox.example.com");
        return new AworkFormat(JSON, origin, new Uuids(server));
    }

    static Stream<EventName> events() {
        return AWORK.events().stream();
    }

    private static JsonNode body(Event event, String name) {
        return JSON.readTree(AWORK.body(event, name));
    }

    private static JsonNode sample(String name) {
        return body(AWORK.sample(name), name);
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_sent_as_written_down(EventName event) throws IOException {
        BodySchema.AWORK.golden(
                event.name() + ".json", sample(event.name()).toPrettyString() + "\n");
    }

    @ParameterizedTest
    @MethodSource("events")
    void fits_what_receivers_know(EventName event) {
        event.names().forEach(name -> BodySchema.AWORK.check(sample(name)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_name_that_was_subscribed_to_is_sent(EventName event) {
        JsonNode published = sample(event.name());
        event.names()
                .forEach(name -> {
                    Event sample = AWORK.sample(name);
                    assertThat(AWORK.nameFor(sample, List.of("absence", name))).hasValue(name);
                    assertThat(AWORK.typeOf(name)).hasValue(event.type());
                    ObjectNode body = (ObjectNode) body(sample, name);
                    assertThat(body.path("eventType").asString()).isEqualTo(name);
                    assertThat(body.put("eventType", event.name())).isEqualTo(published);
                });
    }

    @Test
    void both_generations_of_names() {
        assertThat(AWORK.events()).hasSize(33);
        assertThat(AWORK.events().stream().flatMap(EventName::names))
                .hasSize(33 + 19)
                .doesNotHaveDuplicates()
                .contains("task_changed", "task_updated", "client_added", "company_added")
                .contains("client_updated", "task_list_updated");
        assertThat(AWORK.knows("project_type_changed")).isFalse();
        assertThat(AWORK.knows("time_entry.created")).isFalse();
        assertThat(AWORK.knows("*")).isFalse();
    }

    @Test
    void of_two_names_for_one_event_one_is_sent() {
        Event event = AWORK.sample("task_changed");
        assertThat(AWORK.nameFor(event, Set.of("task_updated", "task_changed")))
                .hasValue("task_changed");
        assertThat(AWORK.nameFor(event, Set.of("task_status_changed"))).isEmpty();
    }

    @Test
    void every_kind_of_event_that_awork_has() {
        var without =
                Set.of(
                        EventTypes.MEMBERSHIP_UPDATED,
                        EventTypes.ATTACHMENT_CREATED,
                        EventTypes.ASSIGNMENT_CREATED,
                        EventTypes.ASSIGNMENT_UPDATED,
                        EventTypes.ASSIGNMENT_DELETED);
        var types = new HashSet<String>();
        AWORK.events().forEach(event -> types.add(event.type()));
        assertThat(EventTypes.all())
                .filteredOn(type -> !type.startsWith("group."))
                .filteredOn(type -> !type.startsWith("placeholder_user."))
                .filteredOn(type -> !EventTypes.isOfWebhook(type))
                .filteredOn(type -> !without.contains(type))
                .containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void a_role_that_holds_everywhere_makes_no_member_of_a_project() {
        Event event = AWORK.sample("project_member_added");
        assertThat(AWORK.nameFor(event, Set.of("project_member_added"))).isPresent();
        assertThat(
                        AWORK.nameFor(
                                at(event, event.occurredAt(), null),
                                Set.of("project_member_added")))
                .isEmpty();
    }

    private static Event at(Event event, Instant time, @Nullable Long project) {
        return new Event(
                event.sequence(),
                event.id(),
                event.type(),
                time,
                event.subject(),
                project,
                event.actorId(),
                event.data());
    }

    @Test
    void times_have_seven_digits() {
        Event event = AWORK.sample("project_deleted");
        Instant time = Instant.parse("2026-03-02T09:14:27.183726Z");
        assertThat(body(at(event, time, 3L), "project_deleted").path("timestamp").asString())
                .isEqualTo("2026-03-02T09:14:27.1837260+00:00");
        assertThat(AworkModel.roundTrip(Instant.parse("2026-03-02T09:14:27Z")))
                .isEqualTo("2026-03-02T09:14:27.0000000+00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:14:27Z,      2026-03-02T09:14:27Z",
        "2026-03-02T09:14:27.5Z,    2026-03-02T09:14:27.5Z",
        "2026-03-02T09:14:27.112Z,  2026-03-02T09:14:27.112Z",
        "2026-03-02T09:14:27.0001Z, 2026-03-02T09:14:27.0001Z",
    })
    void times_of_entities_have_as_many_as_they_need(Instant time, String written) {
        assertThat(new AworkModel().time("on", time).json().path("on").asString())
                .isEqualTo(written);
    }

    @Test
    void versions_are_counted_in_ticks() {
        var first = new AworkModel().version(Instant.EPOCH).json();
        assertThat(first.path("resourceVersion").asLong()).isEqualTo(621_355_968_000_000_000L);
    }

    @Test
    void a_thing_has_the_same_uuid_everywhere_and_another_on_another_server() {
        assertThat(new Uuids(SERVER).of("work_package", 42))
                .isEqualTo("dab8170f-243c-597d-ad42-dfca2f4e2ec5");
        String task = sample("task_changed").path("entityId").asString();
        assertThat(task).isEqualTo("dab8170f-243c-597d-ad42-dfca2f4e2ec5");
        assertThat(sample("task_comment_added").at("/entity/entityId").asString()).isEqualTo(task);
        assertThat(sample("time_tracking_added").at("/entity/taskId").asString()).isEqualTo(task);
        var other = format(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"));
        String name = "task_changed";
        JsonNode elsewhere = JSON.readTree(other.body(other.sample(name), name));
        assertThat(elsewhere.path("entityId").asString()).isNotEqualTo(task);
    }

    @Test
    void what_was_changed_goes_by_the_names_of_awork() {
        assertThat(changes("task_status_changed"))
                .isEqualTo(
                        Map.of(
                                "TaskStatusId",
                                new Uuids(SERVER).of("status", 1)
                                        + " > "
                                        + new Uuids(SERVER).of("status", 7)));
        assertThat(changes("time_tracking_changed")).isEqualTo(Map.of("Duration", "3600 > 5400"));
        assertThat(changes("time_tracking_added")).isEqualTo(Map.of("Duration", " > 5400"));
        assertThat(changes("user_activation_changed"))
                .isEqualTo(Map.of("IsDeactivated", "true > false"));
        assertThat(changes("user_status_changed"))
                .isEqualTo(Map.of("InvitationAccepted", "false > true"));
        assertThat(changes("absence_updated"))
                .isEqualTo(
                        Map.of(
                                "EndOn",
                                "2026-12-23T00:00:00.0000000+00:00"
                                        + " > 2026-12-31T00:00:00.0000000+00:00"));
        assertThat(sample("project_deleted").has("changes")).isFalse();
    }

    @Test
    void links_lead_to_pages() {
        String origin = "https://signalbox.example.com/";
        assertThat(link("project_added")).isEqualTo(origin + "projects/3");
        assertThat(link("project_comment_added")).isEqualTo(origin + "projects/3");
        assertThat(link("project_member_added")).isEqualTo(origin + "projects/3");
        assertThat(link("task_list_added")).isEqualTo(origin + "projects/3");
        assertThat(link("task_changed")).isEqualTo(origin + "work_packages/42");
        assertThat(link("task_comment_added")).isEqualTo(origin + "work_packages/42");
        assertThat(link("task_assignment_added")).isEqualTo(origin + "work_packages/42");
        assertThat(link("time_tracking_added")).isEqualTo(origin + "work_packages/42");
        assertThat(link("user_added")).isEqualTo(origin + "people");
        assertThat(link("absence_added")).isEqualTo(origin + "people");
    }

    private static String link(String name) {
        return sample(name).path("entityLink").asString();
    }

    private static Map<String, String> changes(String name) {
        var changes = new HashMap<String, String>();
        for (JsonNode change : sample(name).path("changes")) {
            if (change.path("property").asString().equals("UpdatedOn")) {
                continue;
            }
            changes.put(
                    change.path("property").asString(),
                    change.path("old").asString("") + " > " + change.path("new").asString(""));
        }
        return changes;
    }

    @Test
    void who_lost_a_task_is_known_by_the_change() {
        JsonNode gone = sample("task_assignment_deleted").path("entity");
        assertThat(gone.at("/user/firstName").asString()).isEqualTo("Jonas");
        assertThat(gone.at("/user/lastName").asString()).isEqualTo("Pell");
        assertThat(gone.path("userId").asString()).isEqualTo(new Uuids(SERVER).of("user", 6));
        JsonNode come = sample("task_assignment_added").path("entity");
        assertThat(come.at("/user/firstName").asString()).isEqualTo("Ana");
        assertThat(come.path("id")).isNotEqualTo(gone.path("id"));
    }

    @Test
    void nothing_is_sent_that_has_no_value() {
        for (EventName event : AWORK.events()) {
            for (JsonNode node : sample(event.name()).path("entity")) {
                assertThat(node.isNull()).isFalse();
            }
        }
    }

    @Test
    void receivers_are_promised_what_awork_promises() {
        var patience = AWORK.patience().orElseThrow();
        assertThat(patience.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(patience.retries()).isEqualTo(10);
        assertThat(patience.pauseAfter()).isEqualTo(10);
    }

    @Test
    void the_header_is_the_only_one_that_awork_knows() {
        assertThat(AWORK.headers("{}".getBytes(UTF_8), List.of())).isEmpty();
    }
}
