package org.signalbox.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Persons.Person;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** The pages for the work, as somebody with a browser uses them. */
@Tag("api")
class WorkPagesTest {
    private static final int READER = 5;
    private static final int MEMBER = 4;

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);

    @Test
    void what_somebody_may_not_see_is_missing_and_what_they_may_not_do_is_refused() {
        long project = persons.project(false);
        long work = workPackage(project, "Paint the pier");
        Person reader = persons.add();
        persons.join(reader, project, READER);
        Visitor stranger = visitor(persons.add());
        Visitor looker = visitor(reader);

        for (String path :
                new String[] {
                    "/projects/" + project,
                    "/projects/" + project + "/edit",
                    "/projects/" + project + "/members/new",
                    "/projects/" + project + "/work_packages/new",
                    "/work_packages/" + work,
                    "/work_packages/" + work + "/edit",
                    "/work_packages/" + work + "/delete",
                    "/people/" + reader.id() + "/edit"
                }) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(looker.get("/projects/" + project).text())
                .contains("Paint the pier")
                .doesNotContain("/work_packages/new", "/members/new", "/archive");
        assertThat(looker.get("/work_packages/" + work).text())
                .doesNotContain("/work_packages/" + work + "/edit");
        for (String path :
                new String[] {
                    "/projects/" + project + "/edit",
                    "/projects/" + project + "/delete",
                    "/projects/" + project + "/members/new",
                    "/projects/" + project + "/work_packages/new",
                    "/work_packages/" + work + "/edit",
                    "/work_packages/" + work + "/delete",
                    "/projects/new",
                    "/people/new"
                }) {
            assertThat(looker.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(stranger.get("/projects?search=Project").text())
                .doesNotContain("href=\"/projects/" + project + "\"");
    }

    @Test
    void an_administrator_is_told_which_event_a_change_caused_and_a_member_is_not() {
        long project = persons.project(false);
        Person member = persons.add();
        persons.join(member, project, MEMBER);
        Visitor theirs = visitor(member);
        Visitor mine = administrator();

        for (Visitor visitor : new Visitor[] {theirs, mine}) {
            Api.Answer created =
                    post(
                            visitor,
                            "/projects/" + project + "/work_packages",
                            Map.of("subject", "Inspect bollards"));
            assertThat(created.status()).as(created.text()).isEqualTo(302);
            String page = visitor.get(created.header("Location")).text();
            assertThat(page).contains("Successful creation.");
            assertThat(page.contains("It caused work_package.created")).isEqualTo(visitor == mine);
        }
    }

    @Test
    void what_was_typed_stays_and_what_is_wrong_is_said_in_the_viewers_language() {
        long project = persons.project(false);
        Person member = persons.add();
        persons.join(member, project, MEMBER);
        member.api().patch("/api/v3/users/" + member.id(), "{\"language\": \"de\"}");
        Visitor visitor = visitor(member);

        Api.Answer refused =
                post(
                        visitor,
                        "/projects/" + project + "/work_packages",
                        Map.of(
                                "subject",
                                "",
                                "percentageDone",
                                "150",
                                "startDate",
                                "2026-11-20",
                                "dueDate",
                                "2026-11-10",
                                "estimatedTime",
                                "viel",
                                "description",
                                "Zwei Anstriche"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains(
                        "Füllen Sie das aus.",
                        "Eine Zahl von 0 bis 100.",
                        "Das Ende darf nicht vor dem Anfang liegen.",
                        "Geben Sie Stunden ein, etwa 1,5 oder 1:30.",
                        "value=\"viel\"",
                        "Zwei Anstriche");
    }

    @Test
    void an_edit_that_somebody_else_outran_shows_both_and_can_be_saved_all_the_same() {
        long project = persons.project(false);
        long work = workPackage(project, "Crane tender");
        Visitor visitor = administrator();
        String page = visitor.get("/work_packages/" + work + "/edit").text();
        assertThat(page).contains("name=\"lockVersion\" value=\"0\"");
        admin.patch(
                "/api/v3/work_packages/" + work, "{\"lockVersion\": 0, \"subject\": \"Tender\"}");

        Map<String, String> typed =
                Map.of("_method", "patch", "subject", "Crane", "lockVersion", "0");
        Api.Answer outrun = post(visitor, "/work_packages/" + work, typed);

        assertThat(outrun.status()).isEqualTo(409);
        assertThat(outrun.text())
                .contains(" changed this at ", "<td>Crane</td>", "<td>Tender</td>")
                .contains("name=\"lockVersion\" value=\"1\"", "Save mine");
        Map<String, String> again = new HashMap<>(typed);
        again.put("lockVersion", "1");
        assertThat(post(visitor, "/work_packages/" + work, again).status()).isEqualTo(302);
        assertThat(admin.get("/api/v3/work_packages/" + work).at("/subject").asString())
                .isEqualTo("Crane");
    }

    @Test
    void a_form_opened_before_somebody_was_no_administrator_any_more_does_not_make_them_one() {
        Person person = persons.add(true);
        String path = "/people/" + person.id();
        Visitor visitor = administrator();
        Map<String, String> typed = new HashMap<>();
        typed.put("_method", "patch");
        typed.put("language", "de");
        typed.put("admin", "1");
        typed.put("updatedAt", seen(visitor.get(path + "/edit")));
        admin.patch("/api/v3/users/" + person.id(), "{\"admin\": false}");

        Api.Answer outrun = post(visitor, path, typed);

        assertThat(outrun.status()).isEqualTo(409);
        assertThat(outrun.text()).contains(" changed this at ", "<td>On</td><td>Off</td>");
        Api.Answer now = admin.get("/api/v3/users/" + person.id());
        assertThat(now.at("/admin").asBoolean()).isFalse();
        assertThat(now.at("/language").asString()).isEqualTo("en");
        typed.put("admin", "0");
        assertThat(post(visitor, path, typed).status()).isEqualTo(409);
        typed.put("updatedAt", seen(outrun));
        assertThat(post(visitor, path, typed).status()).isEqualTo(302);
        assertThat(admin.get("/api/v3/users/" + person.id()).at("/language").asString())
                .isEqualTo("de");
    }

    @Test
    void a_milestone_takes_the_finish_date() {
        long project = persons.project(false);
        Api.Answer created =
                post(
                        administrator(),
                        "/projects/" + project + "/work_packages",
                        Map.of(
                                "subject",
                                "Opening",
                                "type",
                                "/api/v3/types/2",
                                "startDate",
                                "",
                                "dueDate",
                                "2026-12-01"));

        String path = created.header("Location");
        assertThat(admin.get("/api/v3" + path).at("/date").asString()).isEqualTo("2026-12-01");
        assertThat(administrator().get(path + "/edit").text()).contains("value=\"2026-12-01\"");
    }

    @Test
    void a_member_keeps_an_assignee_whom_they_may_not_know() {
        long project = persons.project(false);
        Person boss = persons.add();
        Person outsider = persons.add();
        persons.join(boss, project, MEMBER);
        long work =
                admin.post(
                                "/api/v3/work_packages",
                                """
                                {"subject": "Quay", "_links": {
                                  "project": {"href": "/api/v3/projects/%d"},
                                  "assignee": {"href": "/api/v3/users/%d"}}}
                                """
                                        .formatted(project, boss.id()))
                        .id();
        assertThat(visitor(outsider).get("/work_packages/" + work).status()).isEqualTo(404);

        post(
                administrator(),
                "/work_packages/" + work,
                Map.of(
                        "_method",
                        "patch",
                        "subject",
                        "Quay wall",
                        "assignee",
                        "urn:openproject-org:api:v3:undisclosed",
                        "lockVersion",
                        "0"));

        Api.Answer changed = admin.get("/api/v3/work_packages/" + work);
        assertThat(changed.at("/subject").asString()).isEqualTo("Quay wall");
        assertThat(changed.at("/_links/assignee/href").asString()).endsWith("/" + boss.id());
    }

    @Test
    void a_comment_without_a_word_is_refused_and_one_with_a_word_is_shown() {
        long work = workPackage(persons.project(false), "Survey");
        Visitor visitor = administrator();

        post(visitor, "/work_packages/" + work + "/comments", Map.of("comment", "  "));
        assertThat(visitor.get("/work_packages/" + work).text()).contains("Fill this in.");

        post(visitor, "/work_packages/" + work + "/comments", Map.of("comment", "It is **deep**."));
        assertThat(visitor.get("/work_packages/" + work).text())
                .contains(
                        "Your comment was added.",
                        "<strong>deep</strong>",
                        "work_package.commented");
    }

    @Test
    void what_was_changed_is_told_in_the_viewers_language() {
        long project = persons.project(false);
        long work = workPackage(project, "Bollards");
        Person member = persons.add();
        persons.join(member, project, MEMBER);
        member.api().patch("/api/v3/users/" + member.id(), "{\"language\": \"de\"}");
        admin.patch(
                "/api/v3/work_packages/" + work,
                """
                {"lockVersion": 0, "subject": "Poller", "percentageDone": 40,
                 "_links": {"status": {"href": "/api/v3/statuses/7"}}}
                """);

        assertThat(visitor(member).get("/work_packages/" + work).text())
                .contains("Thema geändert von Bollards auf Poller")
                .contains("Status geändert von New auf In progress")
                .contains("% erledigt gesetzt auf 40%");
    }

    private long workPackage(long project, String subject) {
        return admin.post(
                        "/api/v3/work_packages",
                        """
                        {"subject": "%s", "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                        """
                                .formatted(subject, project))
                .id();
    }

    @Test
    void a_project_is_deleted_by_who_types_its_name() {
        long project = persons.project(false);
        String name = admin.get("/api/v3/projects/" + project).at("/name").asString();
        Visitor visitor = administrator();
        String path = "/projects/" + project;

        Api.Answer refused = post(visitor, path, Map.of("_method", "delete", "confirm", "x"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Type " + name, "value=\"x\"");
        assertThat(post(visitor, path, Map.of("_method", "delete")).status()).isEqualTo(422);
        assertThat(visitor.get(path).status()).isEqualTo(200);
        assertThat(post(visitor, path, Map.of("_method", "delete", "confirm", name)).status())
                .isEqualTo(302);
        assertThat(visitor.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_project_a_member_or_an_hour_that_somebody_else_changed_meanwhile_is_not_overwritten() {
        long project = persons.project(false);
        long work = workPackage(project, "Paint the pier");
        Person member = persons.add();
        persons.join(member, project, MEMBER);
        String members = "/projects/" + project + "/members/";
        long membership =
                Long.parseLong(
                        administrator()
                                .get("/projects/" + project)
                                .text()
                                .replaceFirst("(?s).*" + members + "(\\d+)/edit.*", "$1"));
        long entry =
                admin.post(
                                "/api/v3/time_entries",
                                """
                                {"hours": "PT1H", "spentOn": "2026-11-20",
                                 "_links": {"workPackage": {"href": "/api/v3/work_packages/%d"}}}
                                """
                                        .formatted(work))
                        .id();

        outran(
                "/projects/" + project,
                Map.of("name", "Mine"),
                "/api/v3/projects/" + project,
                "{\"name\": \"Theirs %d\"}".formatted(project),
                "<td>Mine</td><td>Theirs %d</td>".formatted(project));
        outran(
                members + membership,
                Map.of("roles", "/api/v3/roles/" + MEMBER),
                "/api/v3/memberships/" + membership,
                "{\"_links\": {\"roles\": [{\"href\": \"/api/v3/roles/%d\"}]}}".formatted(READER),
                "<td>Member</td><td>Reader</td>");
        outran(
                "/time/" + entry,
                Map.of(
                        "project",
                        "/api/v3/projects/" + project,
                        "workPackage",
                        "/api/v3/work_packages/" + work,
                        "hours",
                        "3",
                        "spentOn",
                        "2026-11-20"),
                "/api/v3/time_entries/" + entry,
                "{\"hours\": \"PT2H\"}",
                "<td>3</td><td>2</td>");
    }

    /** Opens a form, lets somebody else change the thing, saves, sees both, and saves once more. */
    private void outran(
            String path, Map<String, String> mine, String api, String theirs, String both) {
        Visitor visitor = administrator();
        Map<String, String> typed = new HashMap<>(mine);
        typed.put("_method", "patch");
        typed.put("updatedAt", seen(visitor.get(path + "/edit")));
        Api.Answer changed = admin.patch(api, theirs);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);

        Api.Answer outrun = post(visitor, path, typed);

        assertThat(outrun.status()).as(path).isEqualTo(409);
        assertThat(outrun.text()).contains(" changed this at ", both, "Save mine");
        typed.put("updatedAt", seen(outrun));
        assertThat(post(visitor, path, typed).status()).as(path).isEqualTo(302);
    }

    private static String seen(Api.Answer page) {
        return page.text().replaceFirst("(?s).*name=\"updatedAt\" value=\"([^\"]+)\".*", "$1");
    }

    private Visitor administrator() {
        Visitor visitor = new Visitor(server);
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
        return visitor;
    }

    private Visitor visitor(Person person) {
        Visitor visitor = new Visitor(server);
        visitor.signIn(person.login(), Persons.PASSWORD);
        return visitor;
    }

    private static Api.Answer post(Visitor visitor, String path, Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(typed);
        form.put("_csrf", Visitor.csrf(visitor.get("/login")));
        return visitor.post(path, form);
    }
}
