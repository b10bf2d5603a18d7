package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventPage;
import org.signalbox.event.EventQuery;
import org.signalbox.store.Database;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Persons.Person;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** The event log over HTTP: found by what is asked for, and by nothing else. */
@Tag("api")
class EventsTest {
    private static final RunningServer server = RunningServer.shared();
    private static final Visitor visitor = new Visitor(server);
    private static long posted;
    private static String id = "";

    @BeforeAll
    static void something_happens() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
        Answer project =
                server.api()
                        .post(
                                "/api/v3/projects",
                                "{\"name\":\"Event log\",\"identifier\":\"event-log\"}");
        assertThat(project.status()).as(project.text()).isEqualTo(201);
        Answer event =
                server.api()
                        .post(
                                "/api/v3/events",
                                """
                                {"type": "custom.crate.moved", "subject": "crate:17",
                                 "data": {"from": "hall <3>"},
                                 "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                                """
                                        .formatted(project.id()));
        assertThat(event.status()).as(event.text()).isEqualTo(201);
        posted = event.at("/sequence").asLong();
        id = event.at("/id").asString();
    }

    @ParameterizedTest
    @CsvSource({
        "type=custom.crate.moved, true",
        "type=custom.*, true",
        "type=project.created, false",
        "subject=crate+17, true",
        "subject=crate:17, true",
        "subject=crate:18, false",
        "subject=Crate+17, true",
        "subject=crates, false",
        "project=event-log, true",
        "project=no-such-project, false",
        "person=ADMIN, true",
        "person=nobody-at-all, false",
        "since=2020-01-01T00:00, true",
        "until=2020-01-01T00:00, false",
        "since=nonsense, true"
    })
    void it_is_found_by_what_is_asked_for(String asked, boolean found) {
        Answer page = visitor.get(EventsPage.PATH + "?" + asked);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text().contains("href=\"" + EventsPage.path(posted) + "\""))
                .isEqualTo(found);
    }

    @Test
    void a_number_leads_to_the_event_which_shows_all_it_tells() {
        assertThat(visitor.get(EventsPage.PATH + "?subject=" + posted).header("Location"))
                .isEqualTo(EventsPage.path(posted));

        Answer shown = visitor.get(EventsPage.path(posted));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text())
                .contains("custom.crate.moved", "crate:17", "Event log", "hall &lt;3&gt;");
        assertThat(visitor.get(EventsPage.path(999_999_999)).status()).isEqualTo(404);
        assertThat(new Visitor(server).get(EventsPage.path(posted)).header("Location"))
                .contains("/login");
    }

    @Test
    void what_happens_to_a_project_names_it_also_when_it_is_gone() {
        Answer project = server.api().post("/api/v3/projects", "{\"name\":\"Short lived\"}");
        long created = latest("project.created");
        Answer there = visitor.get(EventsPage.path(created));
        assertThat(there.text()).contains("<a href=\"/projects/" + project.id() + "\">Short lived");

        assertThat(server.api().delete("/api/v3/projects/" + project.id()).status()).isEqualTo(204);
        await().until(() -> latest("project.deleted") > created);
        for (String type : List.of("project.created", "project.deleted")) {
            String list = visitor.get(EventsPage.PATH + "?type=" + type).text();
            assertThat(list).contains("<span class=\"project\">Short lived</span>");
        }
        assertThat(visitor.get(EventsPage.path(latest("project.deleted"))).text())
                .contains("Short lived")
                .doesNotContain("href=\"/projects/" + project.id());
    }

    /** The number of the latest event of that type; 0 if there is none. */
    private static long latest(String type) {
        var query = new EventQuery(type, null, null, null, 0, Long.MAX_VALUE, 1);
        return server.bean(Database.class)
                .read(view ->
                        server.bean(EventLog.class).browse(view, query).events().stream()
                                .mapToLong(Event::sequence)
                                .findFirst()
                                .orElse(0));
    }

    @Test
    void a_script_that_swaps_a_part_of_the_page_is_told_to_go_there_instead() {
        Answer answer = visitor.get(EventsPage.PATH + "?subject=" + posted, "HX-Request", "true");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("HX-Redirect")).isEqualTo(EventsPage.path(posted));
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void what_it_is_about_is_found_in_the_words_of_each_language() {
        long project = server.api().get("/api/v3/projects/event-log").id();
        Visitor german = new Visitor(server);
        Person person = new Persons(server).add(true);
        person.api().patch("/api/v3/users/" + person.id(), "{\"language\": \"de\"}");
        german.signIn(person.login(), Persons.PASSWORD);

        for (String written : List.of("Projekt", "projekt", "project:", "project")) {
            String text = written.endsWith(":") ? written + project : written + "+" + project;
            assertThat(german.get(EventsPage.PATH + "?subject=" + text).text())
                    .as(text)
                    .contains("Projekt " + project);
        }
        assertThat(german.get("/admin/settings/webhooks/new").text())
                .contains("Zeitbuchungen", "Angelegt")
                .doesNotContain("Time entries", ">Created<");
        assertThat(visitor.get(EventsPage.PATH + "?subject=Project:" + project).text())
                .contains("Project " + project);
    }

    @Test
    void a_webhook_id_leads_there_too_and_who_got_nothing_leads_to_the_reason() {
        assertThat(visitor.get(EventsPage.PATH + "?subject=" + id).header("Location"))
                .isEqualTo(EventsPage.path(posted));
        long late =
                server.api()
                        .post(
                                "/api/v3/webhooks",
                                """
                                {"name": "Too late", "url": "https://late.example.com/hooks",
                                 "format": "standard", "events": ["custom.never"]}
                                """)
                        .id();
        try {
            assertThat(visitor.get(EventsPage.path(posted)).text())
                    .contains("Too late", "did not exist yet")
                    .contains("/webhooks/%d/explain?event=%d".formatted(late, posted));
        } finally {
            server.api().delete("/api/v3/webhooks/" + late);
        }
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        EventLog log = server.bean(EventLog.class);
        Database database = server.bean(Database.class);
        EventPage first = database.read(view -> log.browse(view, everything(Long.MAX_VALUE, 2)));
        EventPage second = database.read(view -> log.browse(view, everything(first.downTo(), 2)));

        assertThat(first.events()).hasSize(2);
        assertThat(first.more()).isTrue();
        assertThat(second.events().getFirst().sequence())
                .isLessThan(first.events().getLast().sequence());
        EventPage all =
                database.read(view -> log.browse(view, everything(Long.MAX_VALUE, 1_000_000)));
        assertThat(all.more()).isFalse();
        assertThat(all.events().subList(2, 2 + second.events().size())).isEqualTo(second.events());
    }

    private static EventQuery everything(long before, int limit) {
        return new EventQuery(null, null, null, null, 0, before, limit);
    }
}
