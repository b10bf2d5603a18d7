package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

@Tag("api")
class TotalsTest {
    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final Persons.Person ana = persons.add();
    private final long project = persons.project(false);
    private final String path = "/api/v3/projects/" + project + "/work_packages";

    private long open;

    @AfterEach
    void close() {
        if (open != 0) {
            persons.close(open);
        }
    }

    @BeforeEach
    void add_work() {
        persons.join(ana, project, 4);
        task("statuses/7", "users/" + ana.id(), "PT2H");
        task("statuses/1", null, "PT1H30M");
        task("statuses/7", null, null);
        task("statuses/12", null, "PT8H");
    }

    @Test
    void groups_say_what_their_work_has_in_common_and_stay_together() {
        var list = admin.get(path + "?groupBy=status&showSums=true&sortBy=%5B%5B%22id%22%5D%5D");

        assertThat(list.status()).as(list.text()).isEqualTo(200);
        assertThat(list.at("/groups").size()).isEqualTo(2);
        assertThat(list.at("/groups/0/value").asString()).isEqualTo("New");
        assertThat(list.at("/groups/0/count").asInt()).isEqualTo(1);
        assertThat(list.at("/groups/0/sums/estimatedTime").asString()).isEqualTo("PT1H30M");
        assertThat(list.at("/groups/1/_links/valueLink/0/href").asString())
                .isEqualTo("/api/v3/statuses/7");
        assertThat(list.at("/groups/1/_links/groupBy/href").asString())
                .isEqualTo("/api/v3/queries/group_bys/status");
        assertThat(list.at("/groups/1/count").asInt()).isEqualTo(2);
        assertThat(list.at("/groups/1/sums/remainingTime").isNull()).isTrue();
        assertThat(list.at("/totalSums/estimatedTime").asString()).isEqualTo("PT3H30M");
        assertThat(list.at("/_embedded/elements/0/_links/status/title").asString())
                .isEqualTo("New");
    }

    @Test
    void groups_and_times_go_by_the_names_that_clients_know() {
        for (String name : new String[] {"status_id", "assigned_to", "assignedTo", "ASSIGNEE"}) {
            assertThat(admin.get(path + "?groupBy=" + name).status()).as(name).isEqualTo(200);
        }
        admin.post(path, "{\"subject\": \"Begun\", \"percentageDone\": 40}");
        var done = admin.get(path + "?groupBy=done_ratio");
        assertThat(done.at("/groups/0/value").asString()).isEqualTo("40");
        assertThat(done.at("/groups/0/_links/valueLink").isEmpty()).isTrue();
        assertThat(done.at("/groups/0/_links/groupBy/href").asString())
                .isEqualTo("/api/v3/queries/group_bys/percentageDone");
        assertThat(admin.get(path + "?groupBy=subject").status()).isEqualTo(400);
        assertThat(admin.get(path + "?timestamps=PT0S").status()).isEqualTo(200);
        var before = admin.get(path + "?timestamps=P-1D,PT0S");
        assertThat(before.status()).isEqualTo(400);
        assertThat(before.at("/errorIdentifier").asString()).endsWith(":InvalidQuery");
    }

    @Test
    void what_has_no_value_is_the_last_group() {
        var list = admin.get(path + "?groupBy=assignee&filters=%5B%5D");

        assertThat(list.at("/groups/0/value").asString()).isEqualTo("Person " + ana.login());
        assertThat(list.at("/groups/0/_links/valueLink/0/href").asString())
                .isEqualTo("/api/v3/users/" + ana.id());
        assertThat(list.at("/groups/0").has("sums")).isFalse();
        assertThat(list.at("/groups/1/value").isNull()).isTrue();
        assertThat(list.at("/groups/1/count").asInt()).isEqualTo(3);
        assertThat(list.body().has("totalSums")).isFalse();
        for (String by :
                new String[] {
                    "type", "priority", "project", "version", "category", "author", "responsible"
                }) {
            var grouped = admin.get(path + "?filters=%5B%5D&groupBy=" + by);
            assertThat(grouped.status()).as(grouped.text()).isEqualTo(200);
            assertThat(grouped.at("/groups/0/count").asInt()).as(by).isEqualTo(4);
        }
        assertThat(admin.get(path + "?groupBy=moon").status()).isEqualTo(400);
    }

    @Test
    void who_is_not_known_has_no_name_in_groups() {
        open = persons.project(true);
        var ben = persons.add();
        persons.join(ben, open, 4);
        var created =
                ben.api()
                        .post(
                                "/api/v3/projects/" + open + "/work_packages",
                                "{\"subject\": \"His\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(admin.patch("/api/v3/projects/" + open, "{\"public\": true}").status())
                .isEqualTo(200);
        var members = admin.get("/api/v3/projects/" + open + "/work_packages?groupBy=author");
        assertThat(members.at("/groups/0/value").asString()).isEqualTo("Person " + ben.login());
        admin.delete(
                "/api/v3/memberships/"
                        + admin.get(
                                        "/api/v3/memberships?filters=%5B%7B%22principal%22:%7B%22operator%22:%22=%22,%22values%22:%5B%22"
                                                + ben.id()
                                                + "%22%5D%7D%7D%5D")
                                .at("/_embedded/elements/0/id")
                                .asLong());

        var seen = ana.api().get("/api/v3/projects/" + open + "/work_packages?groupBy=author");

        assertThat(seen.at("/groups/0/count").asInt()).isEqualTo(1);
        assertThat(seen.at("/groups/0/value").isNull()).isTrue();
        assertThat(seen.text()).doesNotContain("Person " + ben.login());
    }

    private void task(String status, @Nullable String assignee, @Nullable String estimate) {
        var created =
                admin.post(
                        path,
                        """
                        {"subject": "Work", "estimatedTime": %s,
                         "_links": {"status": {"href": "/api/v3/%s"}, "assignee": {"href": %s}}}
                        """
                                .formatted(
                                        quoted(estimate),
                                        status,
                                        quoted(assignee == null ? null : "/api/v3/" + assignee)));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
