package org.signalbox.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.event.EventLog;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** The log is read by those who remember how far they are. */
@Tag("api")
class FeedTest {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String EVENTS = "/api/v3/events";

    private final Api api = SERVER.api();
    private final long start = SERVER.bean(EventLog.class).head();

    @Test
    void page_by_page_in_order() {
        String posted = "{ \"i\": 1.50, \"big\": 123456789012345678901234567890 }";
        post("[%s]".formatted(event(posted) + (", " + event("{}")).repeat(6)));
        Answer first = api.get(EVENTS + "?after=%d&pageSize=3".formatted(start));
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        assertThat(first.body().propertyNames())
                .containsExactly(
                        "_type", "count", "pageSize", "after", "oldest", "_embedded", "_links");
        assertThat(first.at("/_type").asString()).isEqualTo("Collection");
        assertThat(first.at("/count").asInt()).isEqualTo(3);
        assertThat(first.at("/pageSize").asInt()).isEqualTo(3);
        assertThat(first.at("/after").asLong()).isEqualTo(start);
        assertThat(first.at("/oldest").asLong()).isBetween(1L, start + 1);
        assertThat(first.text()).contains("\"data\":" + posted);
        JsonNode element = first.at("/_embedded/elements/0");
        assertThat(element.propertyNames())
                .containsExactly(
                        "_type",
                        "id",
                        "sequence",
                        "type",
                        "occurredAt",
                        "subject",
                        "data",
                        "_links");

        var sequences = new ArrayList<Long>();
        Answer page = first;
        while (page.at("/count").asInt() > 0) {
            sequences.addAll(sequences(page));
            page = next(page);
        }
        assertThat(sequences).hasSize(7).isSorted().doesNotHaveDuplicates();
        assertThat(page.at("/_links/next"))
                .as("the end is a place to ask again")
                .isEqualTo(page.at("/_links/self"));
        assertThat(page.at("/_links/next/href").asString())
                .isEqualTo(EVENTS + "?after=%d&pageSize=3".formatted(sequences.getLast()));
        post(event("{}"));
        assertThat(next(page).at("/count").asInt()).isEqualTo(1);
    }

    @Test
    void what_happened_here_is_told_in_the_neutral_form() {
        long project = new Persons(SERVER).project(false);
        Answer page = api.get(EVENTS + "?after=" + start);
        JsonNode created = page.at("/_embedded/elements/0");
        assertThat(created.path("type").asString()).isEqualTo("project.created");
        assertThat(created.path("subject").asString()).isEqualTo("project:" + project);
        assertThat(created.at("/data/id").asLong()).isEqualTo(project);
        assertThat(created.at("/data/project/_type").asString()).isEqualTo("Project");
        assertThat(created.at("/_links/actor/href").asString()).startsWith("/api/v3/users/");
        assertThat(page.at("/pageSize").asInt()).isEqualTo(100);
    }

    @Test
    void nothing_is_missed_or_repeated_while_others_append() throws Exception {
        int writers = 6;
        int posts = 40;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var appended = new ArrayList<Future<List<Long>>>();
            for (int i = 0; i < writers; i++) {
                appended.add(threads.submit(appending(posts)));
            }
            var seen = new ArrayList<Long>();
            Answer page = api.get(EVENTS + "?pageSize=17&after=" + start);
            boolean wereDone = false;
            while (!wereDone || page.at("/count").asInt() > 0) {
                wereDone = appended.stream().allMatch(Future::isDone);
                seen.addAll(sequences(page));
                page = next(page);
                assertThat(page.status()).as(page.text()).isEqualTo(200);
            }
            var all = new ArrayList<Long>();
            for (Future<List<Long>> some : appended) {
                assertThat(some.get()).isSorted();
                all.addAll(some.get());
            }
            assertThat(seen).isSorted().doesNotHaveDuplicates().hasSameElementsAs(all);
        }
    }

    private Callable<List<Long>> appending(int posts) {
        return () -> {
            var sequences = new ArrayList<Long>();
            for (int i = 0; i < posts; i++) {
                sequences.add(post(event("{}")).at("/sequence").asLong());
                sequences.addAll(sequences(post("[%1$s, %1$s]".formatted(event("{}")))));
            }
            return sequences;
        };
    }

    @Test
    void long_events_make_short_pages() {
        String data = "{\"a\":\"%s\"}".formatted("x".repeat(60_000));
        for (int i = 0; i < 3; i++) {
            post("[" + event(data) + ("," + event(data)).repeat(69) + "]");
        }
        Answer page = api.get(EVENTS + "?pageSize=1000&after=" + start);
        int first = page.at("/count").asInt();
        assertThat(first).isBetween(100, 200);
        assertThat(next(page).at("/count").asInt()).isEqualTo(210 - first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=x",
                "after=",
                "after=99999999999999999999",
                "pageSize=0",
                "pageSize=-1",
                "pageSize=many",
                "webhook=x",
                "webhook=-1"
            })
    void what_makes_no_sense(String query) {
        Answer answer = api.get(EVENTS + "?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.at("/message").asString())
                .contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void a_page_has_a_thousand_at_most() {
        assertThat(api.get(EVENTS + "?pageSize=5000").at("/pageSize").asInt()).isEqualTo(1000);
    }

    @Test
    void for_administrators_alone() {
        assertThat(api.anonymous().get(EVENTS).status()).isEqualTo(401);
        Api somebody = new Persons(SERVER).add().api();
        assertThat(somebody.get(EVENTS).status()).isEqualTo(403);
        assertThat(somebody.get(EVENTS + "?webhook=987654").status()).isEqualTo(403);
        assertThat(api.get(EVENTS + "?webhook=987654").status()).isEqualTo(404);
        assertThat(api.get("/api/v3").at("/_links/events/href").asString()).isEqualTo(EVENTS);
    }

    private static String event(String data) {
        return "{\"type\":\"custom.read\",\"data\":" + data + "}";
    }

    private Answer post(String body) {
        Answer answer = api.post(EVENTS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Answer next(Answer page) {
        return api.get(page.at("/_links/next/href").asString());
    }

    private static List<Long> sequences(Answer page) {
        var sequences = new ArrayList<Long>();
        page.at("/_embedded/elements")
                .forEach(element -> sequences.add(element.path("sequence").asLong()));
        return sequences;
    }
}
