package org.signalbox.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.account.Actor;
import org.signalbox.event.EventLog;
import org.signalbox.loop.Surprises;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** What is posted under a key is appended once. */
@Tag("api")
class IdempotencyTest {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String ONE = "{\"type\":\"custom.once\",\"data\":{\"n\":1}}";

    private final Api api = SERVER.api();
    private final RecordedEvents log = RecordedEvents.from(SERVER);
    private final String key = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE,
                "[{\"type\":\"custom.once\",\"data\":{\"n\":1},\"subject\":\"order:17\"},"
                        + "{\"type\":\"custom.once\",\"data\":{\"n\": 2.0}}]"
            })
    void the_same_again_gets_the_same_answer(String body) {
        Answer first = post(api, key, body);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        int appended = log.all().size();
        Answer second = post(api, key, body);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(log.all()).hasSize(appended);
    }

    @Test
    void another_body_is_refused() {
        post(api, key, ONE);
        Answer other = post(api, key, ONE + " ");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/_embedded/details/attribute").asString())
                .isEqualTo("Idempotency-Key");
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void everybody_has_keys_of_their_own() {
        post(api, key, ONE);
        Answer other = post(new Persons(SERVER).add(true).api(), key, ONE);
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(log.types()).filteredOn("custom.once"::equals).hasSize(2);
    }

    @Test
    void a_refused_request_does_not_take_the_key() {
        assertThat(post(api, key, "{\"type\":\"custom.once\"}").status()).isEqualTo(422);
        assertThat(post(api, key, in(987_654)).status()).isEqualTo(422);
        assertThat(post(api, key, ONE).status()).isEqualTo(201);
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void the_answer_stays_when_the_project_is_gone() {
        long project = new Persons(SERVER).project(false);
        Answer first = post(api, key, in(project));
        assertThat(api.delete("/api/v3/projects/" + project).status()).isEqualTo(204);
        Answer second = post(api, key, in(project));
        assertThat(second.text()).isEqualTo(first.text());
    }

    private static String in(long project) {
        return """
        {"type": "custom.once", "data": {},
         "_links": {"project": {"href": "/api/v3/projects/%d"}}}
        """
                .formatted(project);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb"})
    void what_is_no_key(String bad) {
        Answer answer = post(api, bad, ONE);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/message").asString()).contains("Idempotency-Key");
        assertThat(log.all()).isEmpty();
    }

    @Test
    void how_long_a_key_may_be() {
        String longest = key + "~".repeat(255 - key.length());
        assertThat(post(api, longest, ONE).status()).isEqualTo(201);
        assertThat(post(api, longest + "~", ONE).status()).isEqualTo(400);
    }

    @Test
    void many_at_once_append_once() throws Exception {
        var posts = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 120; i++) {
            String oneOfTen = key + i % 10;
            posts.add(() -> post(api, oneOfTen, ONE));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = threads.invokeAll(posts);
            for (int i = 0; i < answers.size(); i++) {
                Answer answer = answers.get(i).get();
                assertThat(answer.status()).as(answer.text()).isEqualTo(201);
                assertThat(answer.text()).isEqualTo(answers.get(i % 10).get().text());
            }
        }
        assertThat(log.all()).hasSize(10);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        var posting = new Posting(true, List.of(new CustomEvent("custom.once", null, null, "{}")));
        var once = new IdempotencyKey(0, key, "the same");
        var another = new IdempotencyKey(0, key, "another");
        var first = in(Duration.ZERO).append(Actor.system(), posting, once);
        Duration aDay = Duration.ofDays(1);

        var nearly = in(aDay.minusMinutes(1)).append(Actor.system(), posting, once);
        assertThat(nearly.replayed()).isTrue();
        assertThat(nearly.events()).isEqualTo(first.events());

        var later = in(aDay.plusMinutes(1)).append(Actor.system(), posting, another);
        assertThat(later.replayed()).as("although it was not removed yet").isFalse();
        assertThat(in(Duration.ZERO).append(Actor.system(), posting, another).events())
                .isEqualTo(later.events());
    }

    @Test
    void what_has_expired_is_removed_in_pieces() {
        for (int i = 0; i < 3; i++) {
            post(api, key + i, ONE);
        }
        var store = SERVER.bean(IdempotencyStore.class);
        Instant now = Instant.now();
        assertThat(database().<Integer>write(tx -> store.remove(tx, now, 2))).isEqualTo(2);
        assertThat(retention(Duration.ofHours(23)).pass()).isZero();
        assertThat(retention(Duration.ofHours(25)).pass()).isPositive();
        assertThat(retention(Duration.ofHours(25)).pass()).isZero();
    }

    private static IdempotencyRetention retention(Duration ahead) {
        return new IdempotencyRetention(
                database(), SERVER.bean(IdempotencyStore.class), clock(ahead), new Surprises());
    }

    /** The rules as they are after that time. */
    private static CustomEvents in(Duration ahead) {
        return new CustomEvents(
                database(),
                SERVER.bean(EventLog.class),
                SERVER.bean(GroupCommit.class),
                SERVER.bean(Projects.class),
                SERVER.bean(IdempotencyStore.class),
                clock(ahead));
    }

    private static InstantSource clock(Duration ahead) {
        return () -> Instant.now().plus(ahead);
    }

    private static Database database() {
        return SERVER.bean(Database.class);
    }

    private static Answer post(Api api, String key, String body) {
        return api.send(
                "POST",
                "/api/v3/events",
                body,
                Map.of("Content-Type", "application/json", "Idempotency-Key", key));
    }
}
