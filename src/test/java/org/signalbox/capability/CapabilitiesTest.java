package org.signalbox.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Action;
import org.signalbox.account.Permission;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

@Tag("api")
class CapabilitiesTest {
    private static final String CAPABILITIES = "/api/v3/capabilities";
    private static final String WHOLE = "&pageSize=-1";
    private static final int MEMBER = 4;
    private static final int READER = 5;

    /** What everybody may who sees a project, its members and its work. */
    private static final List<String> READ =
            List.of(
                    "activities/read",
                    "attachments/read",
                    "categories/read",
                    "clients/read",
                    "memberships/read",
                    "project_comments/read",
                    "projects/read",
                    "relations/read",
                    "task_lists/read",
                    "versions/read",
                    "work_packages/read");

    private static final List<String> OWN_ABSENCES =
            List.of("absences/create", "absences/destroy", "absences/read", "absences/update");

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final Persons.Person ana = persons.add();
    private final long project = persons.project(false);

    private long open;

    @AfterEach
    void close() {
        if (open != 0) {
            persons.close(open);
        }
    }

    @Test
    void a_role_gives_capabilities_in_its_project() {
        persons.join(ana, project, READER);

        var all = ana.api().get(list(filter("principal", "me"), filter("context", "p" + project)));

        assertThat(ids(all))
                .containsAll(in("p" + project, READ))
                .containsAll(
                        in(
                                "p" + project,
                                List.of(
                                        "assignments/read",
                                        "time_entries/read",
                                        "time_entries/read_own")))
                .hasSize(READ.size() + 3);
        var mine = filter("principal", "me");
        var read = ana.api().get(list(mine, filter("action", "work_packages/read")));
        var one = ana.api().get(read.at("/_embedded/elements/0/_links/self/href").asString());
        assertThat(one.at("/_type").asString()).isEqualTo("Capability");
        assertThat(one.at("/id").asString())
                .isEqualTo("work_packages/read/p" + project + "-" + ana.id());
        assertThat(one.at("/_links/action/href").asString())
                .isEqualTo("/api/v3/actions/work_packages/read");
        assertThat(one.at("/_links/context/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(one.at("/_links/principal/href").asString())
                .isEqualTo("/api/v3/users/" + ana.id());
        String may = CAPABILITIES + "/work_packages/create/%s%d-%d";
        assertThat(ana.api().get(may.formatted("p", project, ana.id())).status()).isEqualTo(404);
        assertThat(
                        ana.api()
                                .get(
                                        may.replace("create", "read")
                                                .formatted("w", project, ana.id()))
                                .status())
                .isEqualTo(200);
        assertThat(ana.api().get(may.formatted("x", project, ana.id())).status()).isEqualTo(404);
    }

    @Test
    void who_is_in_a_group_can_what_the_group_can() {
        var group =
                admin.post(
                        "/api/v3/groups",
                        """
                        {"name": "Able with %1$s",
                         "_links": {"members": [{"href": "/api/v3/users/%2$d"}]}}
                        """
                                .formatted(ana.login(), ana.id()));
        var joined =
                admin.post(
                        "/api/v3/memberships",
                        """
                        {"_links": {"project": {"href": "/api/v3/projects/%d"},
                          "principal": {"href": "/api/v3/groups/%d"},
                          "roles": [{"href": "/api/v3/roles/4"}, {"href": "/api/v3/roles/5"}]}}
                        """
                                .formatted(project, group.id()));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);

        var creators =
                admin.get(
                        list(
                                filter("context", "w" + project),
                                filter("action", "work_packages/create"),
                                filter("principal", String.valueOf(ana.id()), group.id() + "")));

        assertThat(ids(creators))
                .containsExactly(
                        "work_packages/create/p%d-%d".formatted(project, ana.id()),
                        "work_packages/create/p%d-%d".formatted(project, group.id()));
        assertThat(creators.at("/_embedded/elements/1/_links/principal/href").asString())
                .isEqualTo("/api/v3/groups/" + group.id());
    }

    @Test
    void administrators_can_everything_and_strangers_read_what_is_public() {
        var root = persons.add(true);
        open = persons.project(true);

        assertThat(
                        ids(
                                admin.get(
                                        list(
                                                        filter("principal", root.id() + ""),
                                                        filter("context", "p" + project))
                                                + WHOLE)))
                .contains("work_packages/destroy/p%d-%d".formatted(project, root.id()))
                .hasSize(
                        (int)
                                Action.ALL.stream()
                                        .filter(action -> !action.administration())
                                        .filter(action ->
                                                !action.permissions().stream()
                                                        .allMatch(Permission::global))
                                        .count());
        assertThat(
                        ids(
                                admin.get(
                                        list(
                                                        filter("principal", root.id() + ""),
                                                        filter("context", "g"))
                                                + WHOLE)))
                .containsAll(
                        global(
                                root,
                                List.of(
                                        "clients/create",
                                        "clients/destroy",
                                        "clients/read",
                                        "clients/update",
                                        "projects/create",
                                        "groups/update",
                                        "placeholder_users/destroy",
                                        "users/create",
                                        "users/read")))
                .containsAll(global(root, OWN_ABSENCES))
                .hasSize(21);
        assertThat(
                        ids(
                                ana.api()
                                        .get(
                                                list(
                                                        filter("principal", "me"),
                                                        filter("context", "p" + open)))))
                .containsExactlyInAnyOrderElementsOf(in("p" + open, READ));
        assertThat(ids(ana.api().get(list(filter("context", "g")))))
                .containsExactlyInAnyOrderElementsOf(global(ana, OWN_ABSENCES));
    }

    @Test
    void nobody_learns_of_strangers_or_hidden_projects() {
        var ben = persons.add();
        persons.join(ben, project, MEMBER);

        assertThat(ids(ana.api().get(list(filter("principal", ben.id() + ""))))).isEmpty();
        assertThat(ids(ana.api().get(list(filter("context", "p" + project))))).isEmpty();
        String hidden = "/work_packages/read/p%d-%d".formatted(project, ben.id());
        assertThat(ana.api().get(CAPABILITIES + hidden).status()).isEqualTo(404);
        assertThat(admin.get(CAPABILITIES + hidden).status()).isEqualTo(200);
    }

    @Test
    void pages_follow_each_other_in_either_direction() {
        persons.join(ana, project, MEMBER);
        String mine = list(filter("principal", "me"), filter("context", "p" + project));
        var all = ids(ana.api().get(mine + WHOLE));

        assertThat(ids(ana.api().get(mine + "&pageSize=3&offset=2"))).isEqualTo(all.subList(3, 6));
        var backwards =
                ids(ana.api().get(mine + WHOLE + "&sortBy=%5B%5B%22id%22,%22desc%22%5D%5D"));
        assertThat(backwards).isEqualTo(all.reversed());
        assertThat(ana.api().get(mine + "&pageSize=0").at("/total").asInt()).isEqualTo(all.size());
    }

    @Test
    void what_makes_no_sense_is_refused() {
        for (String query :
                List.of(
                        CAPABILITIES,
                        list(filter("action", "work_packages/read")),
                        list(filter("context", "p")),
                        list(filter("context", "moon")),
                        list(filter("principal", "ana")),
                        list(filter("principal", "1").replace("=", "!")),
                        list(filter("colour", "1")),
                        list(filter("principal", "1")) + "&sortBy=%5B%5B%22name%22%5D%5D")) {
            assertThat(admin.get(query).status()).as(query).isEqualTo(400);
        }
        assertThat(ids(admin.get(list(filter("principal", "1"), filter("action", "moons/howl")))))
                .isEmpty();
    }

    @Test
    void actions_have_names() {
        var all = ana.api().get("/api/v3/actions?pageSize=-1");
        assertThat(ids(all)).contains("work_packages/create").hasSize(Action.ALL.size());
        var one = ana.api().get("/api/v3/actions/work_packages/create");
        assertThat(one.at("/_type").asString()).isEqualTo("Action");
        assertThat(one.at("/name").asString()).isEqualTo("Add work packages");
        assertThat(one.at("/modules/0").asString()).isEqualTo("work_packages");
        assertThat(ana.api().get("/api/v3/actions/work_packages/juggle").status()).isEqualTo(404);
        String filters =
                URLEncoder.encode(
                        "[" + filter("id", "projects/read") + "]", StandardCharsets.UTF_8);
        assertThat(ids(ana.api().get("/api/v3/actions?filters=" + filters)))
                .containsExactly("projects/read");
        assertThat(ids(ana.api().get("/api/v3/actions?pageSize=2&offset=2"))).hasSize(2);
        assertThat(ana.api().get("/api/v3/capabilities/context/global").at("/id").asString())
                .isEqualTo("global");
    }

    @Test
    void every_permission_is_behind_an_action() {
        var behind = EnumSet.noneOf(Permission.class);
        Action.ALL.forEach(action -> behind.addAll(action.permissions()));

        assertThat(behind).containsExactlyInAnyOrder(Permission.values());
        assertThat(Action.ALL.stream().map(Action::id)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void who_manages_clients_can_everywhere() {
        var joined =
                admin.post(
                        "/api/v3/memberships",
                        """
                        {"_links": {"principal": {"href": "/api/v3/users/%d"},
                          "roles": [{"href": "/api/v3/roles/6"}]}}
                        """
                                .formatted(ana.id()));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);

        var global = filter("context", "g");
        assertThat(ids(ana.api().get(list(global, filter("action", "clients/update")))))
                .containsExactlyElementsOf(global(ana, List.of("clients/update")));
        assertThat(ids(ana.api().get(list(filter("context", "p" + project))))).isEmpty();
    }

    private List<String> in(String context, List<String> actions) {
        return actions.stream()
                .map(action -> "%s/%s-%d".formatted(action, context, ana.id()))
                .toList();
    }

    private static List<String> global(Persons.Person person, List<String> actions) {
        return actions.stream().map(action -> action + "/g-" + person.id()).toList();
    }

    private static String filter(String name, String... values) {
        return "{\"%s\":{\"operator\":\"=\",\"values\":[\"%s\"]}}"
                .formatted(name, String.join("\",\"", values));
    }

    private static String list(String... filters) {
        return CAPABILITIES
                + "?filters="
                + URLEncoder.encode("[" + String.join(",", filters) + "]", StandardCharsets.UTF_8);
    }

    private static List<String> ids(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body()
                .at("/_embedded/elements")
                .valueStream()
                .map(element -> element.get("id").asString())
                .toList();
    }
}
