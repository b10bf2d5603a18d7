package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.event.Event;
import org.signalbox.sender.Secret;
import org.signalbox.webhook.EventName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RmFormatTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Uuids UUIDS =
            new Uuids(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
    private static final RmFormat FORMAT = new RmFormat(JSON, new RmObjects(UUIDS));

    static Stream<String> names() {
        return FORMAT.events().stream().map(EventName::name);
    }

    private static JsonNode sample(String name) {
        return JSON.readTree(FORMAT.body(FORMAT.sample(name), name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_sent_as_written_down(String name) throws IOException {
        BodySchema.RM.golden(name + ".json", sample(name).toPrettyString() + "\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void fits_what_receivers_know(String name) {
        BodySchema.RM.check(sample(name));
        assertThat(sample(name).propertyNames()).containsExactly("data", "type");
        assertThat(sample(name).path("type").asString()).isEqualTo(name);
    }

    /** The published example of each kind of object, by its names in their order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    project.created | id archived archived_at description guid name parent_id phase_name \
                    project_code secureurl secureurl_expiration settings timeentry_lockout ends_at starts_at \
                    deleted_at created_at updated_at use_parent_bill_rates thumbnail type has_pending_updates \
                    client project_state tags
                    time.entry.created | id assignable_id assignable_type user_id bill_rate bill_rate_id date \
                    hours scheduled_hours notes task is_suggestion created_at updated_at
                    user.updated | id first_name last_name archived display_name email user_type_id billable \
                    hire_date termination_date mobile_phone office_phone deleted_at deleted account_owner \
                    invitation_pending user_settings guid employee_number billability_target billrate role \
                    discipline location type license_type created_at updated_at has_login login_type \
                    archived_at thumbnail approver_user_ids approvee_user_ids last_login_time
                    assignment.created | id allocation_mode percent user_id assignable_id ends_at starts_at \
                    bill_rate bill_rate_id repetition_id created_at updated_at all_day_assignment \
                    resource_request_id status status_option_id description note
                    """)
    void has_the_names_of_the_published_examples(String name, String published) {
        assertThat(sample(name).path("data").propertyNames())
                .containsExactly(published.split(" ", -1));
    }

    @Test
    void numbers_are_written_as_there() {
        var entry = new String(FORMAT.body(FORMAT.sample("time.entry.created"), "x"), UTF_8);
        assertThat(entry).contains("\"hours\":1.5,", "\"bill_rate\":85.0,");
        var user = new String(FORMAT.body(FORMAT.sample("user.created"), "x"), UTF_8);
        assertThat(user).contains("\"billrate\":85.0,", "\"billability_target\":100.0,");
        var assignment = new String(FORMAT.body(FORMAT.sample("assignment.created"), "x"), UTF_8);
        assertThat(assignment).contains("\"percent\":0.5,");
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_name_that_was_subscribed_to_is_sent(String name) {
        Event sample = FORMAT.sample(name);
        assertThat(FORMAT.nameFor(sample, Set.of(name, "project.deleted"))).hasValue(name);
        assertThat(FORMAT.nameFor(sample, Set.of("project.deleted"))).isEmpty();
        assertThat(FORMAT.knows(name)).isTrue();
    }

    @Test
    void deletions_are_not_known() {
        assertThat(FORMAT.events()).hasSize(8);
        for (String name :
                List.of("assignment.deleted", "project.deleted", "time_entry.created", "*")) {
            assertThat(FORMAT.knows(name)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "timeBudget, false",
        "tags,       false",
        "name,       true",
        "status,     true",
    })
    void budgets_and_tags_are_no_news(String attribute, boolean told) {
        Event sample = FORMAT.sample("project.updated");
        var snapshot = (ObjectNode) JSON.readTree(sample.data());
        snapshot.putObject("changes").putObject(attribute);
        var event =
                new Event(
                        sample.sequence(),
                        sample.id(),
                        sample.type(),
                        sample.occurredAt(),
                        sample.subject(),
                        sample.projectId(),
                        sample.actorId(),
                        snapshot.toString());
        assertThat(FORMAT.nameFor(event, Set.of("project.updated")).isPresent()).isEqualTo(told);
    }

    @Test
    void a_secret_makes_no_header_of_its_own() {
        assertThat(FORMAT.headers(new byte[0], List.of(new Secret("secret")))).isEmpty();
    }
}
