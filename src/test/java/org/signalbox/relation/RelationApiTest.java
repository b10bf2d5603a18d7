package org.signalbox.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** Relations between work packages over HTTP. */
@Tag("api")
class RelationApiTest {
    private static final String RELATIONS = "/api/v3/relations";
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api api = server.api();
    private long project;
    private long a;
    private long b;
    private long c;

    @BeforeEach
    void add_three_work_packages() {
        project = persons.project(false);
        a = work("A", 0);
        b = work("B", 0);
        c = work("C", 0);
    }

    @Test
    void a_relation_lives_from_creation_to_deletion() {
        var created =
                api.post(
                        WORK_PACKAGES + a + "/relations",
                        """
                        {"type": "follows", "lag": 2, "description": "After it",
                         "_links": {"from": {"href": "%1$s%2$d"}, "to": {"href": "%1$s%3$d"}}}
                        """
                                .formatted(WORK_PACKAGES, a, b));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/_type").asString()).isEqualTo("Relation");
        assertThat(created.at("/type").asString()).isEqualTo("follows");
        assertThat(created.at("/reverseType").asString()).isEqualTo("precedes");
        assertThat(created.at("/lag").asInt()).isEqualTo(2);
        assertThat(created.at("/_links/from/title").asString()).isEqualTo("A");
        assertThat(created.at("/_links/to/href").asString()).isEqualTo(WORK_PACKAGES + b);
        assertThat(created.at("/_embedded/from/subject").asString()).isEqualTo("A");
        assertThat(created.at("/_embedded/to/subject").asString()).isEqualTo("B");
        assertThat(created.at("/_embedded/to/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(created.at("/_embedded/to").has("_embedded")).isFalse();

        var path = RELATIONS + "/" + created.id();
        assertThat(api.get(path).text()).isEqualTo(created.text());
        assertThat(api.patch(path, created.text()).text()).isEqualTo(created.text());
        var changed = api.patch(path, "{\"type\": \"blocks\", \"description\": null}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/reverseType").asString()).isEqualTo("blocked");
        assertThat(changed.at("/lag").isNull()).isTrue();
        assertThat(changed.at("/description").isNull()).isTrue();
        var moved =
                api.patch(
                        path,
                        "{\"_links\": {\"to\": {\"href\": \"%s%d\"}}}".formatted(WORK_PACKAGES, c));
        assertThat(moved.at("/errorIdentifier").asString()).endsWith(":PropertyIsReadOnly");

        for (long end : new long[] {a, b}) {
            var relations = api.get(WORK_PACKAGES + end + "/relations");
            assertThat(relations.ids()).containsExactly(created.id());
            assertThat(relations.at("/_embedded/elements/0").has("_embedded")).isFalse();
            assertThat(
                            api.get(WORK_PACKAGES + end)
                                    .at("/_embedded/relations/_embedded/elements/0/id")
                                    .asLong())
                    .isEqualTo(created.id());
        }
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.get(WORK_PACKAGES + a).at("/_embedded/relations/total").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "relates, relates, false",
        "duplicates, duplicates, false",
        "duplicated, duplicates, true",
        "blocks, blocks, false",
        "blocked, blocks, true",
        "follows, follows, false",
        "precedes, follows, true",
        "includes, includes, false",
        "partof, includes, true",
        "requires, requires, false",
        "required, requires, true"
    })
    void a_word_for_the_other_direction_is_kept_with_the_ends_swapped(
            String said, String kept, boolean swapped) {
        var created = relate(a, said, b);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/type").asString()).isEqualTo(kept);
        assertThat(created.at("/_links/from/href").asString())
                .isEqualTo(WORK_PACKAGES + (swapped ? b : a));
        assertThat(worksWhere(said, "=", b)).containsExactly(a);
        assertThat(worksWhere(said, "!", b)).doesNotContain(a);
        var reverse = swapped ? kept : created.at("/reverseType").asString();
        assertThat(worksWhere(reverse, "=", a)).containsExactly(b);
        assertThat(
                        api.patch(RELATIONS + "/" + created.id(), "{\"type\": \"precedes\"}")
                                .at("/_links/from/href")
                                .asString())
                .isEqualTo(WORK_PACKAGES + (swapped ? a : b));
    }

    @Test
    void two_have_to_do_with_each_other_in_one_way_only() {
        relate(a, "relates", b);
        for (var again : List.of(relate(a, "blocks", b), relate(b, "relates", a))) {
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.at("/errorIdentifier").asString()).endsWith(":UpdateConflict");
        }
        assertThat(relate(a, "relates", a).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"follows", "blocks", "duplicates", "includes", "requires"})
    void rings_are_refused(String type) {
        assertThat(relate(a, type, b).status()).isEqualTo(201);
        assertThat(relate(b, type, c).status()).isEqualTo(201);
        var ring = relate(c, type, a);
        assertThat(ring.status()).as(ring.text()).isEqualTo(422);
        assertThat(relate(c, "relates", a).status()).isEqualTo(201);
    }

    @Test
    void what_waits_for_a_work_package_is_not_above_or_below_it() {
        long child = work("Child", a);
        assertThat(relate(a, "follows", child).status()).isEqualTo(422);
        assertThat(relate(child, "follows", a).status()).isEqualTo(422);
        assertThat(relate(a, "follows", b).status()).isEqualTo(201);
        assertThat(relate(b, "follows", child).status()).isEqualTo(422);
        assertThat(below(b, a).status()).isEqualTo(422);
        assertThat(below(a, b).status()).isEqualTo(422);
        assertThat(relate(c, "follows", child).status()).isEqualTo(201);
        assertThat(below(c, a).status()).as("siblings may follow each other").isEqualTo(200);
    }

    @Test
    void what_is_wrong_is_said_of_its_attribute() {
        wrong("{\"type\": \"hates\", \"_links\": {\"to\": {\"href\": \"%s\"}}}", "type");
        wrong("{\"_links\": {\"to\": {\"href\": \"%s\"}}}", "type");
        wrong("{\"type\": \"relates\"}", "to");
        wrong(
                "{\"type\": \"follows\", \"lag\": -1, \"_links\": {\"to\": {\"href\": \"%s\"}}}",
                "lag");
        wrong(
                "{\"type\": \"relates\", \"_links\": {\"to\": {\"href\": \"/api/v3/users/1\"}}}",
                "to");
        var missing = relate(a, "relates", 999_999_999);
        assertThat(missing.status()).isEqualTo(404);
    }

    @Test
    void a_relation_exists_for_who_sees_both_ends() {
        long hidden = persons.project(false);
        long secret =
                api.post(
                                "/api/v3/projects/" + hidden + "/work_packages",
                                "{\"subject\": \"Secret\"}")
                        .id();
        var toSecret = relate(a, "follows", secret);
        var open = relate(a, "blocks", b);
        var member = persons.add();
        persons.join(member, project, 4);
        var theirs = member.api();
        assertThat(theirs.get(RELATIONS + "/" + toSecret.id()).status()).isEqualTo(404);
        assertThat(theirs.delete(RELATIONS + "/" + toSecret.id()).status()).isEqualTo(404);
        assertThat(theirs.get(WORK_PACKAGES + a + "/relations").ids()).containsExactly(open.id());
        assertThat(theirs.get(WORK_PACKAGES + a).text()).doesNotContain("Secret");
        assertThat(theirs.get(RELATIONS + "?pageSize=-1").ids())
                .contains(open.id())
                .doesNotContain(toSecret.id());
        assertThat(theirs.get(listOf("follows", "=", secret)).at("/total").asInt()).isZero();
        assertThat(theirs.post(WORK_PACKAGES + a + "/relations", body("relates", secret)).status())
                .isEqualTo(404);
        assertThat(theirs.post(WORK_PACKAGES + secret + "/relations", body("relates", a)).status())
                .isEqualTo(404);
        var reader = persons.add();
        persons.join(reader, project, 5);
        assertThat(reader.api().get(RELATIONS + "/" + open.id()).at("/_links").has("delete"))
                .isFalse();
        assertThat(reader.api().delete(RELATIONS + "/" + open.id()).status()).isEqualTo(403);
        assertThat(reader.api().post(WORK_PACKAGES + b + "/relations", body("relates", c)).status())
                .isEqualTo(403);
    }

    @Test
    void lists_are_filtered() {
        var first = relate(a, "follows", b).id();
        var second = relate(c, "blocks", a).id();
        assertThat(relationsWhere("involved", "=", a)).containsExactly(first, second);
        assertThat(relationsWhere("from", "=", a)).containsExactly(first);
        assertThat(relationsWhere("to", "=", a)).containsExactly(second);
        var types =
                "[{\"type\":{\"operator\":\"=\",\"values\":[\"precedes\"]}},"
                        + "{\"involved\":{\"operator\":\"=\",\"values\":[\""
                        + a
                        + "\"]}}]";
        assertThat(api.get(RELATIONS + "?filters=" + encoded(types)).ids()).containsExactly(first);
        var unknown = "[{\"type\":{\"operator\":\"=\",\"values\":[\"hates\"]}}]";
        assertThat(api.get(RELATIONS + "?filters=" + encoded(unknown)).status()).isEqualTo(400);
    }

    @Test
    void candidates_are_those_that_would_be_taken() {
        relate(a, "follows", b);
        relate(b, "follows", c);
        long child = work("Child of A", a);
        assertThat(candidates(a, "query=&type=relates&pageSize=100&" + inProject()))
                .containsExactly(c, child);
        assertThat(candidates(c, "type=follows&" + inProject())).isEmpty();
        assertThat(candidates(c, "type=precedes&" + inProject())).containsExactly(a, child);
        assertThat(candidates(b, "type=parent&" + inProject())).isEmpty();
        assertThat(candidates(child, "type=child&query=" + c + "&" + inProject()))
                .doesNotContain(a);
        assertThat(
                        api.get(
                                        WORK_PACKAGES
                                                + a
                                                + "/available_relation_candidates?type=x&"
                                                + inProject())
                                .status())
                .isEqualTo(400);
    }

    @Test
    void parents_are_found_by_their_children() {
        long child = work("Child", a);
        assertThat(worksWhere("children", "=", child)).containsExactly(a);
        assertThat(worksWhere("parent", "=", a)).containsExactly(child);
    }

    @Test
    void events_tell_of_relations() {
        var relation = relate(a, "follows", b).id();
        var events = RecordedEvents.from(server);
        api.patch(WORK_PACKAGES + a, "{\"lockVersion\": 0, \"subject\": \"A2\"}");
        assertThat(events.last("work_package.updated").at("/subject/relations/0/id").asLong())
                .isEqualTo(relation);
        assertThat(api.delete(WORK_PACKAGES + a).status()).isEqualTo(204);
        assertThat(api.get(RELATIONS + "/" + relation).status()).isEqualTo(404);
    }

    private String inProject() {
        return "filters="
                + encoded(
                        "[{\"project\":{\"operator\":\"=\",\"values\":[\"%d\"]}}]"
                                .formatted(project));
    }

    private List<Long> candidates(long of, String query) {
        return api.get(WORK_PACKAGES + of + "/available_relation_candidates?" + query).ids();
    }

    private void wrong(String json, String attribute) {
        var refused =
                api.post(WORK_PACKAGES + a + "/relations", json.replace("%s", WORK_PACKAGES + b));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }

    private Api.Answer relate(long from, String type, long to) {
        return api.post(WORK_PACKAGES + from + "/relations", body(type, to));
    }

    private static String body(String type, long to) {
        return "{\"type\": \"%s\", \"_links\": {\"to\": {\"href\": \"%s%d\"}}}"
                .formatted(type, WORK_PACKAGES, to);
    }

    private Api.Answer below(long child, long parent) {
        return api.patch(
                WORK_PACKAGES + child,
                "{\"lockVersion\": 0, \"_links\": {\"parent\": {\"href\": \"%s%d\"}}}"
                        .formatted(WORK_PACKAGES, parent));
    }

    private long work(String subject, long parent) {
        var links =
                parent == 0
                        ? ""
                        : ", \"_links\": {\"parent\": {\"href\": \"%s%d\"}}"
                                .formatted(WORK_PACKAGES, parent);
        return api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"" + subject + "\"" + links + "}")
                .id();
    }

    private String listOf(String filter, String operator, long value) {
        return "/api/v3/projects/"
                + project
                + "/work_packages?filters="
                + encoded(
                        "[{\"%s\":{\"operator\":\"%s\",\"values\":[\"%d\"]}}]"
                                .formatted(filter, operator, value));
    }

    private List<Long> worksWhere(String filter, String operator, long value) {
        return api.get(listOf(filter, operator, value)).ids();
    }

    private List<Long> relationsWhere(String filter, String operator, long value) {
        return api.get(
                        RELATIONS
                                + "?filters="
                                + encoded(
                                        "[{\"%s\":{\"operator\":\"%s\",\"values\":[\"%d\"]}}]"
                                                .formatted(filter, operator, value)))
                .ids();
    }
}
