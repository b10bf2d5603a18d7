package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Persons.Person;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.StatementCount;

/** What requests cost in statements, each of which is a message there and back on PostgreSQL. */
@Tag("api")
class WorkPackageCostTest {
    private static final int MEMBER = 4;

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final long project = persons.project(false);
    private final long subproject = persons.project(false);
    private final List<Person> people = List.of(persons.add(), persons.add(), persons.add());
    private final List<Long> ids = new ArrayList<>();

    @BeforeEach
    void work() {
        var moved =
                admin.patch(
                        "/api/v3/projects/" + subproject,
                        "{\"_links\": {%s}}".formatted(link("parent", "projects", project)));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        for (Person person : people) {
            persons.join(person, project, MEMBER);
            persons.join(person, subproject, MEMBER);
        }
        for (int i = 0; i < 12; i++) {
            ids.add(
                    add(
                            i % 2 == 0 ? project : subproject,
                            people.get(i % 3),
                            i < 2 ? 0 : ids.get(i - 2)));
        }
    }

    @Test
    void a_page_costs_the_same_whatever_its_size() {
        // the four newest have parents, and two of them children
        for (Api api : List.of(admin, people.getFirst().api())) {
            for (String list :
                    List.of(
                            "/api/v3/work_packages",
                            "/api/v3/projects/" + project + "/work_packages")) {
                String newest = list + "?sortBy=%5B%5B%22id%22%2C%22desc%22%5D%5D&pageSize=";
                int small = StatementCount.during(() -> assertPage(api, newest + 4, 4));
                int large = StatementCount.during(() -> assertPage(api, newest + 10, 10));
                assertThat(large).as(list).isEqualTo(small);
            }
        }
    }

    @Test
    void one_work_package_costs_few_statements() {
        long first = add(project, people.getFirst(), 0);

        assertThat(costOf(admin, first)).isEqualTo(6);
        assertThat(costOf(people.getFirst().api(), first)).isEqualTo(8);
    }

    private static int costOf(Api api, long id) {
        return StatementCount.during(
                () -> assertThat(api.get("/api/v3/work_packages/" + id).status()).isEqualTo(200));
    }

    private static void assertPage(Api api, String path, int count) {
        assertThat(api.get(path).at("/count").asInt()).isEqualTo(count);
    }

    private long add(long where, Person assignee, long parent) {
        var created =
                admin.post(
                        "/api/v3/work_packages",
                        """
                        {"subject": "Work", "_links": {%s, %s%s}}
                        """
                                .formatted(
                                        link("project", "projects", where),
                                        link("assignee", "users", assignee.id()),
                                        parent == 0
                                                ? ""
                                                : ", " + link("parent", "work_packages", parent)));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private static String link(String name, String collection, long id) {
        return "\"%s\": {\"href\": \"/api/v3/%s/%d\"}".formatted(name, collection, id);
    }
}
