package org.signalbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** The forms and the schema of people. */
@Tag("api")
class UserFormTest {
    private static final String USERS = "/api/v3/users";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api api = server.api();

    @Test
    void somebody_can_be_invited_by_what_the_form_proposes() {
        var events = RecordedEvents.from(server);
        var form =
                api.post(
                        USERS + "/form",
                        "{\"email\": \"invited.by.form@example.org\", \"status\": \"invited\"}");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        assertThat(form.at("/_embedded/validationErrors").isEmpty()).as(form.text()).isTrue();
        assertThat(form.at("/_embedded/payload/login").asString())
                .isEqualTo("invited.by.form@example.org");
        assertThat(form.at("/_links/commit/href").asString()).isEqualTo(USERS);
        assertThat(events.all()).isEmpty();
        var created = api.post(USERS, form.at("/_embedded/payload").toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/status").asString()).isEqualTo("invited");
    }

    @Test
    void a_password_is_never_echoed() {
        var login = persons.add().login();
        var form =
                api.post(
                        USERS + "/form",
                        """
                        {"login": "%s", "firstName": "A", "lastName": "B", "password": "very secret",
                         "email": "echo@example.org"}
                        """
                                .formatted(login));
        assertThat(form.at("/_embedded/validationErrors").propertyNames()).containsExactly("login");
        assertThat(form.text()).doesNotContain("very secret");
        assertThat(form.at("/_embedded/payload").has("password")).isFalse();
        assertThat(form.at("/_embedded/schema/password/writable").asBoolean()).isTrue();
        var empty = api.post(USERS + "/form", "{}");
        assertThat(empty.at("/_embedded/validationErrors").propertyNames())
                .containsExactlyInAnyOrder("login", "email", "firstName", "lastName", "password");
    }

    @Test
    void people_may_change_some_of_themselves() {
        var person = persons.add();
        var path = USERS + "/" + person.id();
        var form = person.api().post(path + "/form", "{\"firstName\": \"Changed\"}");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        var payload = form.at("/_embedded/payload");
        assertThat(payload.propertyNames())
                .contains("firstName", "lastName", "email", "language")
                .doesNotContain("admin", "login", "status", "billRate", "password");
        assertThat(form.at("/_embedded/schema/admin/writable").asBoolean()).isFalse();
        assertThat(form.at("/_links/commit/method").asString()).isEqualTo("patch");
        var changed = person.api().patch(path, payload.toString());
        assertThat(changed.at("/firstName").asString()).as(changed.text()).isEqualTo("Changed");
        var wrong =
                person.api()
                        .post(
                                USERS + "/me/form",
                                """
                                {"password": "another long password", "currentPassword": "wrong",
                                 "admin": true, "email": "nonsense"}
                                """);
        assertThat(wrong.at("/_embedded/validationErrors").propertyNames())
                .containsExactlyInAnyOrder("currentPassword", "admin", "email");
        assertThat(persons.add().api().post(path + "/form", "{}").status()).isEqualTo(404);
        assertThat(person.api().post(USERS + "/form", "{}").status()).isEqualTo(403);
    }

    @Test
    void an_administrator_changes_everything() {
        var person = persons.add();
        var path = USERS + "/" + person.id();
        var form = api.post(path + "/form", "{\"position\": \"Gardener\"}");
        assertThat(form.at("/_embedded/payload/position").asString()).isEqualTo("Gardener");
        assertThat(form.at("/_embedded/payload").has("status")).isFalse();
        var changed = api.patch(path, form.at("/_embedded/payload").toString());
        assertThat(changed.at("/position").asString()).as(changed.text()).isEqualTo("Gardener");
        var schema = api.get(USERS + "/schema");
        assertThat(schema.at("/login/required").asBoolean()).isTrue();
        assertThat(schema.at("/status/_embedded/allowedValues/0").asString()).isEqualTo("active");
        assertThat(person.api().get(USERS + "/schema").at("/login/writable").asBoolean()).isFalse();
    }
}
