package org.signalbox.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** Task lists over HTTP, and the work packages that they keep in an order. */
@Tag("api")
class TaskListApiTest {
    private static final String LISTS = "/api/v3/task_lists";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final Persons persons = new Persons(server);
    private long project;

    @BeforeEach
    void add_a_project() {
        project = persons.project(false);
    }

    @Test
    void a_list_lives_from_creation_to_deletion() {
        var events = RecordedEvents.from(server);
        var created = api.post(inProject("task_lists"), "{\"name\": \" To do \"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/name").asString()).isEqualTo("To do");
        assertThat(created.at("/position").asInt()).isEqualTo(1);
        assertThat(created.at("/archived").asBoolean()).isFalse();
        assertThat(created.at("/_embedded/project/id").asLong()).isEqualTo(project);
        var path = LISTS + "/" + created.id();
        assertThat(api.get(path).text()).isEqualTo(created.text());
        var changed = api.patch(path, "{\"archived\": true}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(events.last("task_list.updated").at("/changes/archived/to").asBoolean())
                .isTrue();
        assertThat(events.lastEvent("task_list.updated").projectId()).isEqualTo(project);
        assertThat(api.patch(path, changed.text()).text()).isEqualTo(changed.text());
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(events.types())
                .containsExactly("task_list.created", "task_list.updated", "task_list.deleted");
    }

    @Test
    void lists_stand_in_an_order() {
        long first = list("First");
        long second = list("Second");
        long third = list("Third");
        assertThat(lists()).containsExactly(first, second, third);
        api.patch(LISTS + "/" + third, "{\"position\": 1}");
        assertThat(lists()).containsExactly(third, first, second);
        var last = api.patch(LISTS + "/" + third, "{\"position\": 99}");
        assertThat(last.at("/position").asInt()).isEqualTo(3);
        assertThat(lists()).containsExactly(first, second, third);
        api.delete(LISTS + "/" + first);
        assertThat(api.get(LISTS + "/" + third).at("/position").asInt()).isEqualTo(2);
        var between = api.post(inProject("task_lists"), "{\"name\": \"Between\", \"position\": 2}");
        assertThat(lists()).containsExactly(second, between.id(), third);
        refused(api.patch(LISTS + "/" + third, "{\"position\": 0}"), "position");
        refused(api.patch(LISTS + "/" + third, "{\"name\": \"\"}"), "name");
    }

    @Test
    void work_packages_are_put_into_lists_and_sorted() {
        long list = list("Sprint");
        long first = work("First", list, "");
        long second = work("Second", list, "");
        long third = work("Third", list, ", \"position\": 1");
        assertThat(inList(list)).containsExactly(third, first, second);
        var events = RecordedEvents.from(server);
        var moved = change(third, "\"position\": 3");
        assertThat(moved.at("/position").asInt()).isEqualTo(3);
        assertThat(moved.at("/_links/taskList/title").asString()).isEqualTo("Sprint");
        assertThat(inList(list)).containsExactly(first, second, third);
        assertThat(events.types()).containsExactly("work_package.updated");
        assertThat(events.last("work_package.updated").at("/changes/position/from").asInt())
                .isEqualTo(1);
        long other = list("Later");
        change(first, linked(other));
        assertThat(inList(list)).containsExactly(second, third);
        assertThat(api.get(work(second)).at("/position").asInt()).isEqualTo(1);
        change(third, "\"position\": 1, " + linked(other));
        assertThat(inList(other)).containsExactly(third, first);
        var out = change(third, "\"_links\": {\"taskList\": {\"href\": null}}");
        assertThat(out.at("/position").isNull()).isTrue();
        assertThat(inList(other)).containsExactly(first);
        assertThat(api.delete(work(second)).status()).isEqualTo(204);
        assertThat(inList(list)).isEmpty();
    }

    @Test
    void what_is_deleted_leaves_no_gap() {
        long list = list("Sprint");
        long first = work("First", list, "");
        long second = work("Second", list, "");
        api.delete(work(first));
        assertThat(api.get(work(second)).at("/position").asInt()).isEqualTo(1);
    }

    @Test
    void a_work_package_keeps_to_the_lists_of_its_project() {
        long list = list("Sprint");
        long work = work("Wanderer", list, "");
        long elsewhere = persons.project(false);
        refused(
                patch(
                        work,
                        "\"_links\": {\"taskList\": {\"href\": \"/api/v3/task_lists/999999\"}}"),
                "taskList");
        var moved =
                change(
                        work,
                        "\"_links\": {\"project\": {\"href\": \"/api/v3/projects/%d\"}}"
                                .formatted(elsewhere));
        assertThat(moved.at("/_links/taskList/href").isNull()).isTrue();
        assertThat(moved.at("/position").isNull()).isTrue();
        refused(patch(work, linked(list)), "taskList");
        refused(patch(work, "\"position\": 1"), "position");
        api.patch(LISTS + "/" + list, "{\"archived\": true}");
        var archived =
                api.post(
                        inProject("work_packages"),
                        "{\"subject\": \"Late\", %s}".formatted(linked(list)));
        refused(archived, "taskList");
    }

    @Test
    void a_list_that_goes_leaves_its_work() {
        long list = list("Sprint");
        long first = work("First", list, "");
        long second = work("Second", list, "");
        var events = RecordedEvents.from(server);
        assertThat(api.delete(LISTS + "/" + list).status()).isEqualTo(204);
        assertThat(events.subjects("work_package.updated"))
                .containsExactly("work_package:" + first, "work_package:" + second);
        assertThat(events.types()).endsWith("task_list.deleted");
        assertThat(
                        events.last("work_package.updated")
                                .at("/changes/taskList/from/title")
                                .asString())
                .isEqualTo("Sprint");
        var left = api.get(work(second));
        assertThat(left.at("/_links/taskList/href").isNull()).isTrue();
        assertThat(left.at("/lockVersion").asInt()).isEqualTo(1);
    }

    @Test
    void lists_go_with_their_project() {
        long first = list("First");
        long second = list("Second");
        work("Kept", first, "");
        var events = RecordedEvents.from(server);
        assertThat(api.delete("/api/v3/projects/" + project).status()).isEqualTo(204);
        assertThat(events.subjects("task_list.deleted"))
                .containsExactly("task_list:" + first, "task_list:" + second);
        assertThat(events.types()).contains("work_package.deleted").endsWith("project.deleted");
        assertThat(events.types()).doesNotContain("work_package.updated");
    }

    @Test
    void lists_are_seen_with_the_work_and_changed_by_members() {
        long list = list("Sprint");
        var path = LISTS + "/" + list;
        var somebody = persons.add();
        assertThat(somebody.api().get(path).status()).isEqualTo(404);
        assertThat(somebody.api().get(path + "/work_packages").status()).isEqualTo(404);
        assertThat(somebody.api().post(inProject("task_lists"), "{\"name\": \"X\"}").status())
                .isEqualTo(404);
        persons.join(somebody, project, 5);
        var shown = somebody.api().get(path);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.at("/_links/delete").isMissingNode()).isTrue();
        assertThat(somebody.api().get(LISTS).at("/total").asInt()).isEqualTo(1);
        assertThat(somebody.api().patch(path, "{\"name\": \"Mine\"}").status()).isEqualTo(403);
        assertThat(somebody.api().delete(path).status()).isEqualTo(403);
        assertThat(somebody.api().post(inProject("task_lists"), "{\"name\": \"X\"}").status())
                .isEqualTo(403);
        var member = persons.add();
        persons.join(member, project, 4);
        assertThat(member.api().patch(path, "{\"name\": \"Ours\"}").status()).isEqualTo(200);
    }

    @Test
    void forms_say_what_is_wrong_before_it_is_sent() {
        var form = api.post(LISTS + "/form", "{\"name\": \"\"}");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        assertThat(form.at("/_embedded/validationErrors").propertyNames())
                .contains("name", "project");
        long list = list("Sprint");
        var change = api.post(LISTS + "/" + list + "/form", "{\"name\": \"Next\"}");
        assertThat(change.at("/_embedded/payload/name").asString()).isEqualTo("Next");
        assertThat(change.at("/_links/commit/href").asString()).isEqualTo(LISTS + "/" + list);
        assertThat(api.get(LISTS + "/" + list).at("/name").asString()).isEqualTo("Sprint");
        assertThat(api.get(LISTS + "/schema").at("/position/type").asString()).isEqualTo("Integer");
    }

    private static void refused(Api.Answer answer, String attribute) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }

    private long list(String name) {
        var created = api.post(inProject("task_lists"), "{\"name\": \"%s\"}".formatted(name));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private long work(String subject, long list, String more) {
        var created =
                api.post(
                        inProject("work_packages"),
                        "{\"subject\": \"%s\"%s, %s}".formatted(subject, more, linked(list)));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private Api.Answer change(long work, String attributes) {
        var changed = patch(work, attributes);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        return changed;
    }

    private Api.Answer patch(long work, String attributes) {
        long version = api.get(work(work)).at("/lockVersion").asLong();
        return api.patch(work(work), "{\"lockVersion\": %d, %s}".formatted(version, attributes));
    }

    private List<Long> lists() {
        return ids(api.get(inProject("task_lists")));
    }

    private List<Long> inList(long list) {
        return ids(api.get(LISTS + "/" + list + "/work_packages"));
    }

    private static List<Long> ids(Api.Answer page) {
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        var ids = new ArrayList<Long>();
        page.at("/_embedded/elements").forEach(one -> ids.add(one.path("id").asLong()));
        return ids;
    }

    private String inProject(String what) {
        return "/api/v3/projects/" + project + "/" + what;
    }

    private static String work(long id) {
        return "/api/v3/work_packages/" + id;
    }

    private static String linked(long list) {
        return "\"_links\": {\"taskList\": {\"href\": \"/api/v3/task_lists/%d\"}}".formatted(list);
    }
}
