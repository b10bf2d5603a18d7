package org.signalbox.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.filter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** Absences over HTTP. */
@Tag("api")
class AbsenceApiTest {
    private static final String ABSENCES = "/api/v3/absences";

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private Persons.Person person;
    private Api api;

    @BeforeEach
    void add_a_person() {
        person = persons.add();
        api = person.api();
    }

    @Test
    void an_absence_lives_from_creation_to_deletion() {
        var events = RecordedEvents.from(server);
        var created =
                api.post(
                        ABSENCES,
                        """
                        {"from": "2026-07-06", "to": "2026-07-17", "halfDayAtStart": true,
                         "description": {"raw": "By the sea"}}
                        """);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/kind").asString()).isEqualTo("vacation");
        assertThat(created.at("/halfDayAtStart").asBoolean()).isTrue();
        assertThat(created.at("/halfDayAtEnd").asBoolean()).isFalse();
        assertThat(created.at("/_links/user/href").asString())
                .isEqualTo("/api/v3/users/" + person.id());
        assertThat(created.at("/_embedded/user/id").asLong()).isEqualTo(person.id());
        var path = ABSENCES + "/" + created.id();
        assertThat(api.get(path).text()).isEqualTo(created.text());
        var changed = api.patch(path, "{\"to\": \"2026-07-10\", \"kind\": \"sickness\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        var told = events.last("absence.updated");
        assertThat(told.at("/changes/to/from").asString()).isEqualTo("2026-07-17");
        assertThat(told.at("/changes/kind/to").asString()).isEqualTo("sickness");
        assertThat(told.at("/changes").size()).isEqualTo(2);
        assertThat(told.at("/subject/user/login").asString()).isEqualTo(person.login());
        assertThat(events.lastEvent("absence.updated").projectId()).isNull();
        assertThat(api.patch(path, api.get(path).text()).status()).isEqualTo(200);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(events.types())
                .containsExactly("absence.created", "absence.updated", "absence.deleted");
    }

    @Test
    void an_absence_is_a_non_working_time_of_its_person() {
        var made = api.post(ABSENCES, "{\"from\": \"2026-12-28\", \"to\": \"2027-01-05\"}");
        var times = "/api/v3/users/" + person.id() + "/non_working_times";
        var one = admin.get(times + "?year=2027").at("/_embedded/elements/0");
        assertThat(one.at("/startDate").asString()).isEqualTo("2026-12-28");
        assertThat(one.at("/endDate").asString()).isEqualTo("2027-01-05");
        assertThat(one.at("/id").asLong()).isEqualTo(made.id());
        var self = one.at("/_links/self/href").asString();
        assertThat(api.get(self).at("/id").asLong()).isEqualTo(made.id());
        var own = api.get("/api/v3/users/me/non_working_times?year=2028");
        assertThat(own.at("/total").asInt(-1)).isZero();
        assertThat(api.get("/api/v3/users/me/working_hours").at("/total").asInt(-1)).isZero();
        assertThat(persons.add().api().get(times).status()).isEqualTo(404);
        assertThat(api.get(times + "/999999").status()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_said_of_the_attribute() {
        refused("\"from\": \"2026-07-06\"", "to");
        refused("\"from\": \"2026-07-06\", \"to\": \"2026-07-05\"", "to");
        refused("\"from\": \"2026-07-06\", \"to\": \"2026-07-06\", \"kind\": \"mood\"", "kind");
        refused(
                """
                "from": "2026-07-06", "to": "2026-07-06",
                "halfDayAtStart": true, "halfDayAtEnd": true
                """,
                "halfDayAtEnd");
    }

    @Test
    void nobody_is_away_twice_at_once() {
        long first = away(api, "2026-07-06", "2026-07-10", ", \"halfDayAtEnd\": true");
        var twice = api.post(ABSENCES, "{\"from\": \"2026-07-10\", \"to\": \"2026-07-12\"}");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.at("/message").asString())
                .isEqualTo("From overlaps the absence from 2026-07-06 to 2026-07-10.");
        long second = away(api, "2026-07-10", "2026-07-12", ", \"halfDayAtStart\": true");
        var grown = api.patch(ABSENCES + "/" + second, "{\"halfDayAtStart\": false}");
        assertThat(grown.status()).isEqualTo(422);
        var moved = api.patch(ABSENCES + "/" + first, "{\"to\": \"2026-07-09\"}");
        assertThat(moved.status()).as("an absence does not overlap itself").isEqualTo(200);
        away(persons.add().api(), "2026-07-06", "2026-07-10", "");
    }

    @Test
    void everybody_keeps_their_own_and_administrators_those_of_all() {
        long mine = away(api, "2026-08-03", "2026-08-07", "");
        var path = ABSENCES + "/" + mine;
        var other = persons.add().api();
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.patch(path, "{\"kind\": \"other\"}").status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(other.get(ABSENCES).at("/total").asInt()).isZero();
        var forMe =
                other.post(
                        ABSENCES,
                        "{\"from\": \"2026-09-01\", \"to\": \"2026-09-01\", %s}".formatted(me()));
        assertThat(forMe.status()).isEqualTo(422);
        assertThat(forMe.at("/_embedded/details/attribute").asString()).isEqualTo("user");
        var byAdmin =
                admin.post(
                        ABSENCES,
                        "{\"from\": \"2026-09-01\", \"to\": \"2026-09-01\", %s}".formatted(me()));
        assertThat(byAdmin.status()).as(byAdmin.text()).isEqualTo(201);
        assertThat(api.get(ABSENCES).at("/total").asInt()).isEqualTo(2);
        assertThat(admin.patch(path, "{\"kind\": \"training\"}").status()).isEqualTo(200);
    }

    @Test
    void lists_are_filtered_by_days_and_people() {
        away(api, "2026-10-05", "2026-10-09", "");
        away(api, "2026-10-19", "2026-10-23", ", \"kind\": \"training\"");
        assertThat(total("datesInterval", "<>d", "\"2026-10-09\", \"2026-10-18\"")).isEqualTo(1);
        assertThat(total("datesInterval", "<>d", "\"2026-10-10\", \"2026-10-18\"")).isZero();
        assertThat(total("datesInterval", "<>d", "\"2026-01-01\", \"2026-12-31\"")).isEqualTo(2);
        assertThat(total("kind", "=", "\"training\"")).isEqualTo(1);
        assertThat(total("from", "<>d", "\"2026-10-10\", \"\"")).isEqualTo(1);
        assertThat(total("user", "=", "\"me\"")).isEqualTo(2);
        var bad =
                api.get(ABSENCES + "?filters=" + filter("datesInterval", "<>d", "\"soon\", \"\""));
        assertThat(bad.status()).isEqualTo(400);
    }

    @Test
    void absences_go_with_the_person() {
        long first = away(api, "2026-11-02", "2026-11-03", "");
        long second = away(api, "2026-11-09", "2026-11-10", "");
        var events = RecordedEvents.from(server);
        assertThat(admin.delete("/api/v3/users/" + person.id()).status()).isEqualTo(202);
        assertThat(events.subjects("absence.deleted"))
                .containsExactly("absence:" + first, "absence:" + second);
        assertThat(events.types()).endsWith("user.deleted");
        assertThat(admin.get(ABSENCES + "/" + first).status()).isEqualTo(404);
    }

    @Test
    void forms_say_what_is_wrong_before_it_is_sent() {
        var form = api.post(ABSENCES + "/form", "{\"from\": \"2026-12-01\"}");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        assertThat(form.at("/_embedded/validationErrors").propertyNames()).containsExactly("to");
        assertThat(form.at("/_embedded/schema/kind/_embedded/allowedValues/0").asString())
                .isEqualTo("vacation");
        long absence = away(api, "2026-12-01", "2026-12-02", "");
        var change = api.post(ABSENCES + "/" + absence + "/form", "{\"to\": \"2026-11-30\"}");
        assertThat(change.at("/_embedded/validationErrors").propertyNames()).containsExactly("to");
        assertThat(api.get(ABSENCES + "/schema").at("/from/type").asString()).isEqualTo("Date");
    }

    private void refused(String attributes, String attribute) {
        var refused = api.post(ABSENCES, "{%s}".formatted(attributes));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }

    private static long away(Api api, String from, String to, String more) {
        var created =
                api.post(
                        ABSENCES, "{\"from\": \"%s\", \"to\": \"%s\"%s}".formatted(from, to, more));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private int total(String filter, String operator, String values) {
        var page = api.get(ABSENCES + "?filters=" + filter(filter, operator, values));
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.at("/total").asInt();
    }

    private String me() {
        return "\"_links\": {\"user\": {\"href\": \"/api/v3/users/%d\"}}".formatted(person.id());
    }
}
