package org.signalbox.rm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.rm.RmClient.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** In which order lists come at the door of Resource Management, and what they leave out. */
@Tag("api")
class RmListTest {
    private static RunningServer server;
    private static RmClient rm;
    private static long ana;
    private static long zoe;

    @BeforeAll
    static void people() {
        server = RunningServer.start(Map.of());
        rm = new RmClient(server.api(), RunningServer.ADMIN_TOKEN);
        ana = person("Ana", "Zander", "2026-05-01");
        zoe = person("Zoe", "Abel", "2026-03-01");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static long person(String first, String last, String hired) {
        return rm.made(
                        "/users",
                        """
                        {"first_name": "%s", "last_name": "%s", "email": "%s@example.org", "hire_date": "%s"}
                        """
                                .formatted(first, last, first.toLowerCase(Locale.ROOT), hired))
                .path("id")
                .asLong();
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("data").valueStream().map(one -> one.path("id").asLong()).toList();
    }

    private static List<Long> people(String query) {
        return ids(object(rm.get("/users?per_page=100&sort_field=" + query))).stream()
                .filter(id -> id == ana || id == zoe)
                .toList();
    }

    @Test
    void people_come_by_each_field_that_they_can_be_sorted_by() {
        assertThat(people("first_name")).containsExactly(ana, zoe);
        assertThat(people("last_name")).containsExactly(zoe, ana);
        assertThat(people("last_name&sort_order=descending")).containsExactly(ana, zoe);
        assertThat(people("hire_date")).containsExactly(zoe, ana);
        assertThat(people("hire_date&sort_order=descending")).containsExactly(ana, zoe);
        assertThat(people("termination_date")).containsExactlyInAnyOrder(ana, zoe);
        var member = new Persons(server).add();
        var theirs = new RmClient(server.api(), member.token());
        assertThat(theirs.get("/users?sort_field=hire_date").status())
                .as("who was hired when is for administrators")
                .isEqualTo(403);
        assertThat(theirs.get("/users?sort_field=last_name").status()).isEqualTo(200);
        assertThat(rm.get("/users?sort_field=mobile_phone").status()).isEqualTo(400);
    }

    @Test
    void assignments_come_by_when_they_were_changed() {
        long project = project("Slipway", "2026-03-01", "2026-03-31");
        var all = "/projects/" + project + "/assignments";
        var span = "{\"user_id\": %d, \"starts_at\": \"2026-03-09\", \"ends_at\": \"2026-03-20\"}";
        var persons = new Persons(server);
        var member = persons.add();
        persons.join(member, project, 4);
        long first = rm.made(all, span.formatted(member.id())).path("id").asLong();
        long second = rm.made(all, span.formatted(member.id())).path("id").asLong();
        rm.changed(all + "/" + first, "{\"note\": \"Later\"}");
        assertThat(ids(object(rm.get(all + "?sort_field=created")))).containsExactly(first, second);
        assertThat(ids(object(rm.get(all + "?sort_field=updated")))).containsExactly(second, first);
    }

    private static long project(String name, String from, String to) {
        return rm.made(
                        "/projects",
                        """
                        {"name": "%s", "starts_at": "%s", "ends_at": "%s"}
                        """
                                .formatted(name, from, to))
                .path("id")
                .asLong();
    }

    @Test
    void strictly_a_project_lies_wholly_in_the_span() {
        long inside = project("Inside", "2027-03-05", "2027-03-20");
        long across = project("Across", "2027-02-01", "2027-03-10");
        long beyond = project("Beyond", "2027-03-10", "2027-04-10");
        var span = "/projects?per_page=100&from=2027-03-01&to=2027-03-31";
        assertThat(ids(object(rm.get(span)))).contains(inside, across, beyond);
        assertThat(ids(object(rm.get(span + "&strict=true"))))
                .contains(inside)
                .doesNotContain(across, beyond);
    }

    @Test
    void placeholders_are_among_people_for_who_asks_for_them() {
        long one = server.api().post("/api/v3/placeholder_users", "{\"name\": \"Welder\"}").id();
        assertThat(ids(object(rm.get("/users?per_page=100")))).doesNotContain(one);
        var all = object(rm.get("/users?per_page=100&include_placeholders=true"));
        assertThat(ids(all)).contains(one, ana);
        var shown =
                all.path("data")
                        .valueStream()
                        .filter(person -> person.path("id").asLong() == one)
                        .findFirst()
                        .orElseThrow();
        assertThat(shown.path("display_name").asString()).isEqualTo("Welder");
        assertThat(shown.path("type").asString()).isEqualTo("PlaceholderResource");
        assertThat(shown.path("email").isNull()).isTrue();
    }

    @Test
    void people_come_with_what_they_are_booked_for() {
        long project = project("Hull", "2026-03-01", "2026-03-31");
        var persons = new Persons(server);
        var member = persons.add();
        persons.join(member, project, 4);
        var booked =
                rm.made(
                        "/projects/" + project + "/assignments",
                        "{\"user_id\": %d, \"starts_at\": \"2026-03-09\", \"ends_at\": \"2026-03-20\"}"
                                .formatted(member.id()));
        assertThat(object(rm.get("/users/" + member.id())).has("assignments")).isFalse();
        var person = object(rm.get("/users/" + member.id() + "?fields=assignments,tags"));
        assertThat(person.at("/assignments/data/0")).isEqualTo(booked);
        assertThat(person.at("/assignments/paging/per_page").asInt()).isEqualTo(1);
        assertThat(person.at("/tags/data").isEmpty()).isTrue();
        assertThat(
                        object(
                                        rm.get(
                                                person.at("/assignments/paging/self")
                                                        .asString()
                                                        .substring(10)))
                                .path("data"))
                .isEqualTo(person.at("/assignments/data"));
        var members = object(rm.get("/projects/" + project + "/users?fields=assignments"));
        assertThat(members.path("data").findValues("assignments"))
                .contains(person.path("assignments"));
    }

    @Test
    void projects_come_with_their_phases_and_tags() {
        long project = project("Keel", "2026-03-01", "2026-03-31");
        var phase = rm.made("/projects/" + project + "/phases", "{\"phase_name\": \"Cast\"}");
        server.api().patch("/api/v3/projects/" + project, "{\"tags\": [\"steel\"]}");
        var plain = object(rm.get("/projects/" + project));
        assertThat(plain.at("/tags/data").isEmpty()).isTrue();
        assertThat(plain.has("children")).isFalse();
        var whole =
                object(
                        rm.get(
                                "/projects/"
                                        + project
                                        + "?fields=tags,children,phase_count,budget_items"));
        assertThat(whole.at("/tags/data/0/value").asString()).isEqualTo("steel");
        assertThat(whole.at("/children/data/0")).isEqualTo(phase);
        assertThat(whole.path("phase_count").asInt()).isEqualTo(1);
        assertThat(whole.at("/budget_items/data").isEmpty()).isTrue();
        var list = object(rm.get("/projects?per_page=100&fields=phase_count"));
        assertThat(list.path("data").findValuesAsString("phase_count")).contains("1");
    }

    @Test
    void people_are_booked_for_projects_and_phases() {
        long project = project("Pier", "2026-03-01", "2026-03-31");
        long phase =
                rm.made("/projects/" + project + "/phases", "{\"phase_name\": \"Footings\"}")
                        .path("id")
                        .asLong();
        var assignables = object(rm.get("/assignables?per_page=100"));
        assertThat(ids(assignables)).contains(project, phase);
        assertThat(assignables.path("data").findValuesAsString("type")).containsOnly("Project");
        assertThat(object(rm.get("/leave_types")).path("data")).isEmpty();
    }
}
