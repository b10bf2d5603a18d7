package org.signalbox.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

@Tag("api")
class NotificationsTest {
    private static final String NOTIFICATIONS = "/api/v3/notifications";
    private static final int MEMBER = 4;

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final Persons.Person ana = persons.add();
    private final Persons.Person ben = persons.add();
    private final long project = persons.project(false);

    @Test
    void who_is_given_work_is_told() {
        persons.join(ana, project, MEMBER);
        persons.join(ben, project, MEMBER);
        long task = task(ben, "users/" + ana.id());

        var told = ana.api().get(NOTIFICATIONS);

        assertThat(told.at("/total").asInt()).isEqualTo(1);
        var one = told.at("/_embedded/elements/0");
        assertThat(one.at("/_type").asString()).isEqualTo("Notification");
        assertThat(one.at("/reason").asString()).isEqualTo("assigned");
        assertThat(one.at("/readIAN").asBoolean()).isFalse();
        assertThat(one.at("/_links/resource/href").asString())
                .isEqualTo("/api/v3/work_packages/" + task);
        assertThat(one.at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(one.at("/_links/actor/title").asString()).isEqualTo("Person " + ben.login());
        assertThat(one.at("/_links/readIAN/method").asString()).isEqualTo("post");
        assertThat(reasons(ben)).as("who did it").isEmpty();
        var single = ana.api().get(NOTIFICATIONS + "/" + one.at("/id").asLong());
        assertThat(single.at("/_embedded/resource/subject").asString()).isEqualTo("Work");
        assertThat(single.at("/_embedded/project/id").asLong()).isEqualTo(project);
        assertThat(single.at("/_embedded/actor/id").asLong()).isEqualTo(ben.id());
        assertThat(single.at("/_embedded/activity/_links/self/href").asString())
                .isEqualTo(single.at("/_links/activity/href").asString())
                .isEqualTo(
                        admin.get("/api/v3/work_packages/" + task + "/activities")
                                .at("/_embedded/elements/0/_links/self/href")
                                .asString());

        change(task, 0, "\"subject\": \"Other\"");
        assertThat(reasons(ana)).as("another change").containsExactly("assigned");
        change(
                task,
                1,
                "\"_links\": {\"responsible\": {\"href\": \"/api/v3/users/%d\"}}"
                        .formatted(ben.id()));
        assertThat(reasons(ana)).containsExactly("assigned");
        assertThat(reasons(ben)).containsExactly("responsible");
    }

    @Test
    void who_asks_for_it_is_discreet() {
        persons.join(ana, project, MEMBER);
        persons.join(ben, project, MEMBER);
        String given =
                "{\"subject\": \"Quiet\", \"_links\": {\"assignee\": {\"href\": \"/api/v3/users/%d\"}}}"
                        .formatted(ana.id());
        String nested = "/api/v3/projects/%d/work_packages".formatted(project);
        var created = ben.api().post(nested + "?notify=false", given);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String task = "/api/v3/work_packages/" + created.id();
        watch(ana, created.id());
        String changed = "{\"lockVersion\": 0, \"subject\": \"Quieter\"}";
        assertThat(ben.api().patch(task + "?notify=false", changed).status()).isEqualTo(200);
        String said = "{\"comment\": {\"raw\": \"Quietest\"}}";
        var comment = ben.api().post(task + "/activities?notify=false", said);
        assertThat(comment.status()).isEqualTo(201);
        assertThat(reasons(ana)).isEmpty();

        var senseless = ben.api().post(task + "/activities?notify=perhaps", said);
        assertThat(senseless.status()).isEqualTo(400);
        assertThat(ben.api().post(task + "/activities?notify=true", said).status()).isEqualTo(201);
        assertThat(reasons(ana)).containsExactly("commented");
    }

    @Test
    void a_group_stands_for_its_members() {
        var group =
                admin.post(
                        "/api/v3/groups",
                        """
                        {"name": "Told with %1$s", "_links": {"members": [
                          {"href": "/api/v3/users/%2$d"}, {"href": "/api/v3/users/%3$d"}]}}
                        """
                                .formatted(ana.login(), ana.id(), ben.id()));
        join("groups/" + group.id());

        task(ben, "groups/" + group.id());

        assertThat(reasons(ana)).containsExactly("assigned");
        assertThat(reasons(ben)).isEmpty();
    }

    @Test
    void comments_reach_whose_work_it_is_and_who_is_mentioned() {
        persons.join(ana, project, MEMBER);
        persons.join(ben, project, MEMBER);
        var stranger = persons.add();
        long task = task(ana, "users/" + ana.id());

        var comment =
                admin.post(
                        "/api/v3/work_packages/" + task + "/activities",
                        """
                        {"comment": {"raw": "user#%d, user#%d and user#%d: look"}}
                        """
                                .formatted(ben.id(), stranger.id(), 999_999_999));

        assertThat(comment.status()).as(comment.text()).isEqualTo(201);
        assertThat(reasons(ana)).containsExactly("commented");
        assertThat(reasons(ben)).containsExactly("mentioned");
        assertThat(reasons(stranger)).isEmpty();
        assertThat(
                        ben.api()
                                .get(NOTIFICATIONS)
                                .at("/_embedded/elements/0/_links/activity/href")
                                .asString())
                .isEqualTo("/api/v3/activities/" + comment.id());
    }

    @Test
    void watchers_are_told_of_every_change_and_comment() {
        persons.join(ana, project, MEMBER);
        persons.join(ben, project, MEMBER);
        var cara = persons.add();
        persons.join(cara, project, MEMBER);
        long task = task(ana, "users/" + ana.id());
        for (Persons.Person watcher : List.of(ana, ben, cara)) {
            watch(watcher, task);
        }
        var work = "/api/v3/work_packages/" + task;

        var changed = ben.api().patch(work, "{\"lockVersion\": 0, \"subject\": \"Other\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);

        assertThat(reasons(ana)).containsExactly("watched");
        assertThat(reasons(ben)).as("who did it").isEmpty();
        assertThat(reasons(cara)).containsExactly("watched");
        var one = cara.api().get(NOTIFICATIONS).at("/_embedded/elements/0");
        assertThat(one.at("/_links/resource/title").asString()).isEqualTo("Other");
        assertThat(one.at("/_links/actor/title").asString()).isEqualTo("Person " + ben.login());

        var comment =
                cara.api()
                        .post(
                                work + "/activities",
                                "{\"comment\": {\"raw\": \"user#%d look\"}}".formatted(ben.id()));
        assertThat(comment.status()).as(comment.text()).isEqualTo(201);

        assertThat(reasons(ana)).as("whose work it is").containsExactly("commented", "watched");
        assertThat(reasons(ben)).as("spoken to").containsExactly("mentioned");
        assertThat(reasons(cara)).containsExactly("watched");
        assertThat(ids(cara, "{\"reason\":{\"operator\":\"=\",\"values\":[\"watched\"]}}"))
                .hasSize(1);
    }

    @Test
    void who_watches_is_told_of_what_they_may_see_alone() {
        for (Persons.Person one : List.of(ana, ben)) {
            persons.join(one, project, MEMBER);
        }
        var lead = persons.add();
        persons.join(lead, project, 3);
        long task = task(ana, "users/" + ana.id());
        for (Persons.Person watcher : List.of(ben, lead)) {
            watch(watcher, task);
        }
        var said =
                admin.post(
                        "/api/v3/work_packages/" + task + "/activities",
                        "{\"comment\": {\"raw\": \"Among us\"}, \"internal\": true}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(reasons(lead)).containsExactly("watched");
        assertThat(reasons(ben)).as("may not read internal comments").isEmpty();

        admin.delete("/api/v3/memberships/" + membership(ben));
        change(task, 0, "\"subject\": \"Behind their back\"");
        persons.join(ben, project, MEMBER);
        assertThat(reasons(ben)).as("was no member then").isEmpty();
        change(task, 1, "\"subject\": \"Again\"");
        assertThat(reasons(ben)).containsExactly("watched");

        var watching = "/api/v3/work_packages/" + task + "/watchers/" + ben.id();
        assertThat(ben.api().delete(watching).status()).isEqualTo(204);
        change(task, 2, "\"subject\": \"Unwatched\"");
        assertThat(reasons(ben)).containsExactly("watched");
        assertThat(reasons(lead)).hasSize(4).containsOnly("watched");
    }

    @Test
    void what_was_read_can_be_told_from_what_was_not() {
        persons.join(ana, project, MEMBER);
        long first = task(ben(MEMBER), "users/" + ana.id());
        task(ben, "users/" + ana.id());
        long notification = ids(ana, filter("resourceId", first)).getFirst();
        String path = NOTIFICATIONS + "/" + notification;

        assertThat(ana.api().post(path + "/read_ian", "").status()).isEqualTo(204);

        assertThat(ana.api().get(path).at("/readIAN").asBoolean()).isTrue();
        assertThat(ana.api().get(path).at("/_links").has("unreadIAN")).isTrue();
        assertThat(ids(ana, "{\"readIAN\":{\"operator\":\"=\",\"values\":[\"t\"]}}"))
                .containsExactly(notification);
        assertThat(ids(ana, "{\"readIAN\":{\"operator\":\"=\",\"values\":[\"f\"]}}")).hasSize(1);
        assertThat(ana.api().post(path + "/unread_ian", "").status()).isEqualTo(204);
        assertThat(ana.api().get(path).at("/readIAN").asBoolean()).isFalse();
        String some = list(filter("resourceId", first)).replace("?", "/read_ian?");
        assertThat(ana.api().post(some, "").status()).isEqualTo(204);
        assertThat(ids(ana, "{\"readIAN\":{\"operator\":\"=\",\"values\":[\"t\"]}}"))
                .containsExactly(notification);
        assertThat(ana.api().post(NOTIFICATIONS + "/read_ian", "").status()).isEqualTo(204);
        assertThat(ids(ana, "{\"readIAN\":{\"operator\":\"=\",\"values\":[\"f\"]}}")).isEmpty();
        assertThat(ben.api().get(path).status()).as("of others").isEqualTo(404);
        assertThat(ben.api().post(path + "/unread_ian", "").status()).isEqualTo(404);
        assertThat(
                        ana.api()
                                .get(list("{\"moon\":{\"operator\":\"=\",\"values\":[\"1\"]}}"))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void lists_say_how_many_there_are_of_what() {
        persons.join(ana, project, MEMBER);
        long first = task(ben(MEMBER), "users/" + ana.id());
        task(ben, "users/" + ana.id());
        admin.post(
                "/api/v3/work_packages/" + first + "/activities",
                "{\"comment\": {\"raw\": \"user#%d: look\"}}".formatted(ana.id()));

        var byReason = ana.api().get(NOTIFICATIONS + "?groupBy=reason&pageSize=1");
        assertThat(byReason.at("/total").asInt()).isEqualTo(3);
        var reasons = byReason.at("/groups");
        assertThat(reasons.size()).isEqualTo(2);
        assertThat(reasons.at("/0/value").asString()).isEqualTo("assigned");
        assertThat(reasons.at("/0/count").asInt()).isEqualTo(2);
        assertThat(reasons.at("/0/_links/valueLink").isEmpty()).isTrue();
        assertThat(reasons.at("/1/value").asString()).isEqualTo("mentioned");
        assertThat(byReason.at("/_embedded/elements/0/reason").asString()).isEqualTo("assigned");

        var byProject = ana.api().get(NOTIFICATIONS + "?groupBy=project").at("/groups");
        assertThat(byProject.size()).isEqualTo(1);
        assertThat(byProject.at("/0/count").asInt()).isEqualTo(3);
        assertThat(byProject.at("/0/_links/valueLink/0/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(byProject.at("/0/value").asString())
                .isEqualTo(byProject.at("/0/_links/valueLink/0/title").asString());

        assertThat(ben.api().get(NOTIFICATIONS + "?groupBy=reason").body().has("groups")).isTrue();
        assertThat(ana.api().get(NOTIFICATIONS).body().has("groups")).isFalse();
        assertThat(ana.api().get(NOTIFICATIONS + "?groupBy=moon").status()).isEqualTo(400);
    }

    @Test
    void notifications_go_with_the_work_and_with_the_sight_of_it() {
        persons.join(ana, project, MEMBER);
        long task = task(ben(MEMBER), "users/" + ana.id());
        long other = task(ben, "users/" + ana.id());

        assertThat(admin.delete("/api/v3/work_packages/" + task).status()).isEqualTo(204);
        assertThat(reasons(ana)).hasSize(1);
        admin.delete("/api/v3/memberships/" + membership(ana));
        assertThat(reasons(ana)).isEmpty();
        assertThat(admin.get("/api/v3/work_packages/" + other).status()).isEqualTo(200);
        assertThat(admin.delete("/api/v3/users/" + ana.id()).status()).isEqualTo(202);
    }

    @Test
    void what_clients_ask_for_at_their_start_is_empty() {
        for (String list : List.of("documents", "grids", "news", "views")) {
            var empty = ana.api().get("/api/v3/" + list + "?pageSize=5");
            assertThat(empty.status()).as(list).isEqualTo(200);
            assertThat(empty.at("/pageSize").asInt()).isEqualTo(5);
            assertThat(empty.at("/_embedded/elements").isEmpty()).isTrue();
        }
        assertThat(ana.api().get("/api/v3/help_texts").at("/total").asInt()).isZero();
        assertThat(ana.api().get("/api/v3/news/1").status()).isEqualTo(404);
        assertThat(ana.api().get("/api/v3/job_statuses/1b1f").status()).isEqualTo(404);
        var statuses = ana.api().get("/api/v3/project_statuses");
        assertThat(statuses.at("/total").asInt()).isEqualTo(6);
        assertThat(statuses.at("/_embedded/elements/1/id").asString()).isEqualTo("on_track");
    }

    private Persons.Person ben(int role) {
        persons.join(ben, project, role);
        return ben;
    }

    private long task(Persons.Person author, String assignee) {
        String path = "/api/v3/projects/" + project + "/work_packages";
        var created =
                author.api()
                        .post(
                                path,
                                """
                                {"subject": "Work", "_links": {"assignee": {"href": "/api/v3/%s"}}}
                                """
                                        .formatted(assignee));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private void change(long task, int version, String what) {
        var changed =
                admin.patch(
                        "/api/v3/work_packages/" + task,
                        "{\"lockVersion\": %d, %s}".formatted(version, what));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private void watch(Persons.Person watcher, long task) {
        var watched =
                watcher.api()
                        .post(
                                "/api/v3/work_packages/" + task + "/watchers",
                                "{\"user\": {\"href\": \"/api/v3/users/%d\"}}"
                                        .formatted(watcher.id()));
        assertThat(watched.status()).as(watched.text()).isEqualTo(201);
    }

    private long membership(Persons.Person person) {
        var filters =
                "[{\"principal\":{\"operator\":\"=\",\"values\":[\"%d\"]}}]".formatted(person.id());
        return admin.get(
                        "/api/v3/memberships?filters="
                                + URLEncoder.encode(filters, StandardCharsets.UTF_8))
                .at("/_embedded/elements/0/id")
                .asLong();
    }

    private void join(String principal) {
        var joined =
                admin.post(
                        "/api/v3/memberships",
                        """
                        {"_links": {"project": {"href": "/api/v3/projects/%d"},
                          "principal": {"href": "/api/v3/%s"},
                          "roles": [{"href": "/api/v3/roles/4"}]}}
                        """
                                .formatted(project, principal));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
    }

    private static List<String> reasons(Persons.Person person) {
        return person.api().get(NOTIFICATIONS).body().findValuesAsString("reason");
    }

    private static List<Long> ids(Persons.Person person, String filter) {
        var answer = person.api().get(list(filter));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body()
                .at("/_embedded/elements")
                .valueStream()
                .map(element -> element.get("id").asLong())
                .toList();
    }

    private static String filter(String name, long id) {
        return "{\"%s\":{\"operator\":\"=\",\"values\":[\"%d\"]}}".formatted(name, id);
    }

    private static String list(String filter) {
        return NOTIFICATIONS
                + "?filters="
                + URLEncoder.encode("[" + filter + "]", StandardCharsets.UTF_8);
    }
}
