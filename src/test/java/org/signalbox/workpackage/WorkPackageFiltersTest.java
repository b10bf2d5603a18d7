package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** Every filter of work packages with every operator, over HTTP. */
@Tag("api")
class WorkPackageFiltersTest {
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";

    private static final List<String> LIST = List.of("=", "!");
    private static final List<String> OPTIONAL = List.of("=", "!", "*", "!*");
    private static final List<String> TEXT = List.of("~", "!~", "**", "=", "!");
    private static final List<String> WORDS = List.of("~", "!~", "**");
    private static final List<String> NUMBER = List.of("=", "!", ">=", "<=", "*", "!*");
    private static final List<String> TIME =
            List.of("=d", "<>d", "t", "w", "t-", "t+", ">t-", "<t-", "<t+", ">t+");
    private static final List<String> DATE =
            Stream.concat(TIME.stream(), Stream.of("*", "!*")).toList();
    private static final List<String> STATUS = List.of("=", "!", "o", "c", "*");
    private static final List<String> VERSION = List.of("=", "!", "*", "!*", "o", "c", "l");

    private static final Set<String> ALL =
            Set.of(
                    "=", "!", "&=", ">=", "<=", "~", "!~", "**", "*", "!*", "o", "c", "l", "ow",
                    "=d", "<>d", "t", "w", "t-", "t+", ">t-", "<t-", "<t+", ">t+", "?");

    private static final Set<String> WITHOUT_VALUES =
            Set.of("*", "!*", "o", "c", "l", "ow", "t", "w");
    private static final Set<String> OF_DAYS = Set.of("t-", "t+", ">t-", "<t-", "<t+", ">t+");

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Api API = SERVER.api();

    /** A project with a work package that has everything, and others that have little. */
    private record Sample(long project, long rich, Map<String, String> values, List<Long> all) {}

    private static final Sample SAMPLE = sample();

    record Case(String filter, List<String> operators) {
        @Override
        public String toString() {
            return filter;
        }
    }

    static List<Case> filters() {
        var cases = new ArrayList<Case>();
        add(cases, LIST, "id", "type", "type_id", "priority", "project", "project_id");
        add(cases, LIST, "watcher", "watcher_id", "milestone", "involved", "role");
        add(cases, OPTIONAL, "blocks", "blocked", "follows", "precedes", "relates", "duplicates");
        add(cases, OPTIONAL, "duplicated", "includes", "partof", "requires", "required");
        add(cases, LIST, "children", "ancestor", "relatable");
        add(cases, OPTIONAL, "assignee", "assigned_to_id", "assigneeOrGroup", "responsible");
        add(cases, OPTIONAL, "category_id", "parent", "parent_id", "group", "author");
        add(cases, TEXT, "subject", "description", "subjectOrId", "typeahead", "search");
        add(cases, WORDS, "comment", "attachmentFileName", "attachment_file_name");
        add(cases, NUMBER, "estimatedTime", "estimated_hours", "remainingTime", "percentageDone");
        add(cases, NUMBER, "done_ratio", "duration");
        add(cases, DATE, "startDate", "start_date", "dueDate");
        add(cases, TIME, "createdAt", "updated_at");
        add(cases, STATUS, "status", "status_id");
        add(cases, VERSION, "version", "version_id");
        add(cases, OPTIONAL, "subprojectId", "onlySubproject");
        add(cases, List.of("<>d"), "datesInterval", "dates_interval");
        add(cases, List.of("ow"), "manualSort");
        return cases;
    }

    @ParameterizedTest
    @MethodSource("filters")
    void an_operator_is_taken_or_refused_with_its_name(Case filter) {
        for (String operator : ALL) {
            var answer = list(clause(filter.filter(), operator));
            if (filter.operators().contains(operator)) {
                assertThat(answer.status())
                        .as("%s %s: %s", filter, operator, answer.text())
                        .isEqualTo(200);
            } else {
                assertThat(answer.status()).as("%s %s", filter, operator).isEqualTo(400);
                assertThat(answer.at("/errorIdentifier").asString()).endsWith(":InvalidQuery");
                assertThat(answer.at("/message").asString())
                        .isEqualTo(
                                "Filters %s does not support the operator '%s'."
                                        .formatted(filter.filter(), operator));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void an_operator_and_its_opposite_share_out_all(Case filter) {
        for (var pair : Map.of("=", "!", "~", "!~", "*", "!*").entrySet()) {
            var opposite = pair.getValue();
            boolean ofOneProject = filter.filter().equals("subprojectId");
            if (!ofOneProject && filter.operators().containsAll(List.of(pair.getKey(), opposite))) {
                var one = list(clause(filter.filter(), pair.getKey())).ids();
                var other = list(clause(filter.filter(), opposite)).ids();
                assertThat(Stream.concat(one.stream(), other.stream()))
                        .as("%s %s", filter, pair)
                        .containsExactlyInAnyOrderElementsOf(SAMPLE.all());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void what_has_the_value_is_found(Case filter) {
        if (SAMPLE.values().containsKey(filter.filter())) {
            var operator = filter.operators().contains("~") ? "~" : filter.operators().getFirst();
            assertThat(list(clause(filter.filter(), operator)).ids())
                    .as("%s %s", filter, operator)
                    .containsExactly(SAMPLE.rich());
        }
    }

    @Test
    void dates_are_near_or_far() {
        var start = "startDate";
        assertThat(found(start, "=d", "\"2026-03-02\"")).containsExactly(SAMPLE.rich());
        assertThat(found(start, "<>d", "\"2026-03-01\",\"2026-03-02\""))
                .containsExactly(SAMPLE.rich());
        assertThat(found(start, "<>d", "\"\",\"2026-03-01\"")).isEmpty();
        assertThat(found(start, "<>d", "\"2026-03-02\",\"\"")).containsExactly(SAMPLE.rich());
        assertThat(found("datesInterval", "<>d", "\"2026-03-05\",\"2026-04-01\""))
                .containsExactly(SAMPLE.rich());
        assertThat(found("datesInterval", "<>d", "\"2026-03-07\",\"\"")).isEmpty();
        assertThat(found("createdAt", "t", "")).hasSameElementsAs(SAMPLE.all());
        assertThat(found("createdAt", "<t-", "\"1\"")).isEmpty();
        assertThat(found("estimatedTime", ">=", "\"8\"")).containsExactly(SAMPLE.rich());
        assertThat(found("estimatedTime", ">=", "\"8.5\"")).isEmpty();
    }

    @Test
    void the_whole_of_a_text_is_found_whatever_its_case() {
        var rich = SAMPLE.rich();
        for (String filter : List.of("subject", "subjectOrId", "typeahead", "search")) {
            assertThat(found(filter, "=", "\"nothing\",\"RICH orchard\""))
                    .as(filter)
                    .containsExactly(rich);
            assertThat(found(filter, "=", "\"Rich\"")).as(filter).isEmpty();
        }
        assertThat(found("subjectOrId", "=", "\"" + rich + "\"")).containsExactly(rich);
        assertThat(found("search", "=", "\"has everything\"")).containsExactly(rich);
        assertThat(found("search", "~", "\"a remark\"")).containsExactly(rich);
        assertThat(found("search", "!~", "\"a remark\"")).doesNotContain(rich).hasSize(2);
    }

    @Test
    void a_number_may_be_one_of_several() {
        assertThat(found("percentageDone", "=", "\"50\",\"75\"")).containsExactly(SAMPLE.rich());
        assertThat(found("percentageDone", "!", "\"50\",\"75\"")).hasSize(2);
        assertThat(found("estimatedTime", "=", "\"7.5\",\"8\"")).containsExactly(SAMPLE.rich());
    }

    @Test
    void values_that_make_no_sense_are_refused() {
        for (var nonsense :
                List.of(
                        clause("id", "=", "\"x\""),
                        clause("id", "=", ""),
                        clause("startDate", "=d", "\"soon\""),
                        clause("startDate", "<>d", "\"2026-01-01\""),
                        clause("startDate", "=d", "\"2026-03-02garbage\""),
                        clause("createdAt", "t-", "\"-1\""),
                        clause("createdAt", "<>d", "\"2026-03-04garbage\",\"\""),
                        clause("createdAt", "=d", "\"+99999-03-04T10:15:30Z\""),
                        clause("percentageDone", ">=", "\"50\",\"75\""),
                        clause("milestone", "=", "\"maybe\""),
                        clause("estimatedTime", "=", "\"long\""),
                        clause("subject", "~", ""))) {
            var answer = list(nonsense);
            assertThat(answer.status()).as(nonsense).isEqualTo(400);
            assertThat(answer.at("/message").asString()).endsWith("has invalid values.");
        }
    }

    @Test
    void several_mistakes_are_told_at_once() {
        var answer = list(clause("bogus", "=", "\"1\"") + "," + clause("id", "~", "\"1\""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errorIdentifier").asString()).endsWith(":MultipleErrors");
        assertThat(answer.at("/_embedded/errors/0/message").asString())
                .isEqualTo("Filters bogus filter does not exist.");
        assertThat(answer.at("/_embedded/errors/1/errorIdentifier").asString())
                .endsWith(":InvalidQuery");
    }

    @Test
    void a_relation_with_anything_is_found_from_its_own_end() {
        long third = SAMPLE.all().get(1);
        assertThat(found("blocks", "*", "")).containsExactly(SAMPLE.rich());
        assertThat(found("blocked", "*", "")).containsExactly(third);
        assertThat(found("blocked", "!*", "")).doesNotContain(third).hasSize(2);
        assertThat(found("relates", "*", "")).isEmpty();
    }

    @Test
    void lists_are_sorted_by_the_time_spent_and_by_another_name_of_the_assignee() {
        var logged =
                API.post(
                        "/api/v3/time_entries",
                        """
                        {"hours": "PT2H", "spentOn": "2026-03-02", "_links": {"workPackage": {
                          "href": "%s%d"}}}
                        """
                                .formatted(WORK_PACKAGES, SAMPLE.all().get(1)));
        assertThat(logged.status()).as(logged.text()).isEqualTo(201);

        assertThat(sorted("[[\"spentTime\",\"desc\"],[\"id\",\"asc\"]]"))
                .containsExactly(SAMPLE.all().get(1), SAMPLE.all().get(0), SAMPLE.rich());
        assertThat(sorted("[[\"spent_time\",\"asc\"],[\"id\",\"desc\"]]"))
                .containsExactly(SAMPLE.rich(), SAMPLE.all().get(0), SAMPLE.all().get(1));
        assertThat(sorted("[[\"assigned_to\",\"asc\"]]").getFirst()).isEqualTo(SAMPLE.rich());
    }

    @Test
    void what_there_is_none_of_is_found_nowhere() {
        for (String filter :
                List.of("attachment_content", "storage_id", "storage_url", "file_link_origin_id")) {
            assertThat(found(filter, filter.equals("attachment_content") ? "~" : "=", "\"1\""))
                    .as(filter)
                    .isEmpty();
            assertThat(found(filter, "!*", "")).as(filter).hasSize(3);
        }
        long third = SAMPLE.all().get(1);
        assertThat(found("relatable", "=", "\"" + third + "\""))
                .containsExactly(SAMPLE.all().get(0));
    }

    private static List<Long> sorted(String order) {
        return API.get(
                        "/api/v3/projects/%d/work_packages?filters=%s&sortBy=%s"
                                .formatted(SAMPLE.project(), encoded("[]"), encoded(order)))
                .ids();
    }

    private static void add(List<Case> cases, List<String> operators, String... filters) {
        for (String filter : filters) {
            cases.add(new Case(filter, operators));
        }
    }

    private static Sample sample() {
        var persons = new Persons(SERVER);
        long project = persons.project(false);
        var member = persons.add();
        persons.join(member, project, 4);
        long other = work(project, "\"subject\": \"Other\"");
        long third = work(project, "\"subject\": \"Third\"");
        long version =
                API.post(
                                "/api/v3/versions",
                                "{\"name\": \"1\", \"_links\": {\"definingProject\": {\"href\": "
                                        + "\"/api/v3/projects/%d\"}}}".formatted(project))
                        .id();
        long category =
                API.post("/api/v3/projects/" + project + "/categories", "{\"name\": \"K\"}").id();
        long rich =
                work(
                        project,
                        """
                        "subject": "Rich orchard", "description": {"raw": "Has everything"},
                        "startDate": "2026-03-02", "dueDate": "2026-03-06",
                        "estimatedTime": "PT8H", "remainingTime": "PT2H", "percentageDone": 75,
                        "_links": {"type": {"href": "/api/v3/types/7"},
                         "priority": {"href": "/api/v3/priorities/9"},
                         "status": {"href": "/api/v3/statuses/7"},
                         "assignee": {"href": "/api/v3/users/%1$d"},
                         "responsible": {"href": "/api/v3/users/%1$d"},
                         "version": {"href": "/api/v3/versions/%2$d"},
                         "category": {"href": "/api/v3/categories/%3$d"},
                         "parent": {"href": "/api/v3/work_packages/%4$d"}}
                        """
                                .formatted(member.id(), version, category, other));
        API.post(WORK_PACKAGES + rich + "/activities", "{\"comment\": {\"raw\": \"A remark\"}}");
        API.post(
                WORK_PACKAGES + rich + "/watchers",
                "{\"user\": {\"href\": \"/api/v3/users/" + member.id() + "\"}}");
        API.post(
                WORK_PACKAGES + rich + "/relations",
                "{\"type\": \"blocks\", \"_links\": {\"to\": {\"href\": \"%s%d\"}}}"
                        .formatted(WORK_PACKAGES, third));
        var values = new LinkedHashMap<String, String>();
        put(values, rich, "id");
        put(values, 7, "type", "type_id", "status", "status_id");
        put(values, 9, "priority");
        put(values, member.id(), "watcher", "watcher_id", "involved", "assignee");
        put(values, member.id(), "assigned_to_id", "assigneeOrGroup", "responsible");
        put(values, 4, "role");
        put(values, third, "blocks");
        put(values, version, "version", "version_id");
        put(values, category, "category_id");
        put(values, other, "parent", "parent_id");
        put(values, 8, "estimatedTime", "estimated_hours");
        put(values, 2, "remainingTime");
        put(values, 75, "percentageDone", "done_ratio");
        put(values, 5, "duration");
        values.put("subject", "rich ORCHARD");
        values.put("description", "everything");
        values.put("subjectOrId", "orch");
        values.put("typeahead", "" + rich);
        values.put("search", "has every");
        values.put("comment", "remark");
        values.put("startDate", "2026-03-02");
        values.put("start_date", "2026-03-02");
        values.put("dueDate", "2026-03-06");
        return new Sample(project, rich, values, List.of(other, third, rich));
    }

    private static void put(Map<String, String> values, long value, String... filters) {
        for (String filter : filters) {
            values.put(filter, "" + value);
        }
    }

    private static long work(long project, String attributes) {
        var created =
                API.post("/api/v3/projects/" + project + "/work_packages", "{" + attributes + "}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private static String clause(String filter, String operator) {
        if (WITHOUT_VALUES.contains(operator)) {
            return clause(filter, operator, "");
        }
        if (OF_DAYS.contains(operator)) {
            return clause(filter, operator, "\"1\"");
        }
        if (operator.equals("<>d")) {
            return clause(filter, operator, "\"2026-03-01\",\"2026-03-31\"");
        }
        var fallback =
                switch (filter) {
                    case "createdAt", "updated_at" -> "2026-03-02";
                    case "milestone" -> "f";
                    default -> "1";
                };
        return clause(
                filter, operator, "\"" + SAMPLE.values().getOrDefault(filter, fallback) + "\"");
    }

    private static String clause(String filter, String operator, String values) {
        return "{\"%s\":{\"operator\":\"%s\",\"values\":[%s]}}".formatted(filter, operator, values);
    }

    private static List<Long> found(String filter, String operator, String values) {
        return list(clause(filter, operator, values)).ids();
    }

    private static Api.Answer list(String clauses) {
        return API.get(
                "/api/v3/projects/"
                        + SAMPLE.project()
                        + "/work_packages?filters="
                        + encoded("[" + clauses + "]"));
    }
}
