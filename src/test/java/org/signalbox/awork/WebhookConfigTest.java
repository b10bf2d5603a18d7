package org.signalbox.awork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;
import tools.jackson.databind.JsonNode;

/** Webhooks through awork's API, which are the same as through API v3. */
@Tag("api")
class WebhookConfigTest {
    private static final String WEBHOOKS = "/awork/api/v1/webhooks";
    private static final String V3 = "/api/v3/webhooks/";

    private static RunningServer server;
    private static ScriptedReceiver receiver;
    private static Api api;

    private final String name = "n8n: " + UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = RunningServer.start(Map.of("signalbox.delivery.retry-schedule", "10ms"));
        receiver = ScriptedReceiver.start();
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
        receiver.close();
    }

    private String form(String rest) {
        return """
        {"name": "%s", "uri": "%s", "events": "task_added,task_updated", "isActive": true,
         "authenticationType": "none"%s}\
        """
                .formatted(name, receiver.url("/" + name.substring(5)), rest);
    }

    private Answer create(String rest) {
        Answer created = api.post(WEBHOOKS, form(rest));
        assertThat(created.status()).as(created.text()).isEqualTo(200);
        return created;
    }

    private static Answer put(Answer webhook, String json) {
        return api.send("PUT", path(webhook), json, Map.of("Content-Type", "application/json"));
    }

    private static String path(Answer webhook) {
        return WEBHOOKS + "/" + webhook.at("/id").asString();
    }

    /** The same one through the other door. */
    private Answer other() {
        for (JsonNode webhook :
                api.get("/api/v3/webhooks?pageSize=500").at("/_embedded/elements")) {
            if (webhook.path("name").asString().equals(name)) {
                return api.get(V3 + webhook.path("id").asLong());
            }
        }
        throw new AssertionError("No webhook " + name);
    }

    private long total() {
        return api.get("/api/v3/webhooks?pageSize=0").at("/total").asLong();
    }

    @Test
    void a_new_webhook_is_shown_as_awork_does() {
        Answer created =
                create(
                        ", \"authenticationType\": \"header\","
                                + " \"authentication\": \"X-Api-Key=a=b\", \"language\": \"en-US\"");
        assertThat(created.header("Content-Type")).startsWith("application/json");
        assertThat(created.at("/id").asString())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(created.at("/receiverType").asString()).isEqualTo("custom");
        assertThat(created.at("/events").asString()).isEqualTo("task_added,task_updated");
        assertThat(created.at("/isActive").asBoolean()).isTrue();
        assertThat(created.at("/onlyTriggerForMainEntityChanges").asBoolean()).isFalse();
        assertThat(created.at("/authenticationType").asString()).isEqualTo("header");
        assertThat(created.at("/authentication").asString()).startsWith("X-Api-Key=•");
        assertThat(created.text()).doesNotContain("a=b").doesNotContain("null");
        assertThat(created.at("/createdOn").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}");
        assertThat(created.at("/language").asString()).isEqualTo("en-US");
        assertThat(created.at("/createdBy").asString())
                .isEqualTo(created.at("/updatedBy").asString())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(api.get(path(created)).body()).isEqualTo(created.body());
        String shouted = created.at("/id").asString().toUpperCase(Locale.ROOT);
        assertThat(api.get(WEBHOOKS + "/" + shouted).body()).isEqualTo(created.body());
        Answer same = other();
        assertThat(same.at("/format").asString()).isEqualTo("awork");
        assertThat(same.at("/events/1").asString()).isEqualTo("task_updated");
        assertThat(same.at("/headerName").asString()).isEqualTo("X-Api-Key");
        assertThat(same.at("/allProjects").asBoolean()).isTrue();
        assertThat(same.at("/onlyTriggerForMainEntityChanges").asBoolean()).isFalse();
    }

    @Test
    void a_change_replaces_all_that_awork_knows_and_keeps_the_rest() {
        Answer created =
                create(
                        ", \"authenticationType\": \"header\", \"authentication\": \"X-Api-Key=abc\","
                                + " \"onlyTriggerForMainEntityChanges\": true");
        assertThat(created.at("/onlyTriggerForMainEntityChanges").asBoolean()).isTrue();
        api.patch(V3 + other().id(), "{\"description\": \"kept\", \"ordering\": \"none\"}");
        String masked =
                ", \"authenticationType\": \"header\", \"authentication\": \"%s\""
                        .formatted(created.at("/authentication").asString());
        Answer changed = put(created, form(masked).replace("task_added,", " user-added , "));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/events").asString()).isEqualTo("user_added,task_updated");
        assertThat(changed.at("/onlyTriggerForMainEntityChanges").asBoolean()).isFalse();
        assertThat(changed.at("/id")).isEqualTo(created.at("/id"));
        assertThat(other().at("/description").asString()).isEqualTo("kept");
        assertThat(other().at("/ordering").asString()).isEqualTo("none");
        assertThat(other().at("/headerName").asString()).isEqualTo("X-Api-Key");
        Answer bare = put(created, form(""));
        assertThat(bare.at("/authenticationType").asString()).isEqualTo("none");
        assertThat(bare.body().has("authentication")).isFalse();
        assertThat(other().at("/hasHeaderValue").asBoolean()).isFalse();
        Answer off = put(created, form("").replace("\"isActive\": true", "\"isActive\": false"));
        assertThat(off.at("/isActive").asBoolean()).isFalse();
        assertThat(other().at("/enabled").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "events": "time_entry:created"        | Events             | There is no event time_entry:created in the format awork.
                    "events": "task_added,time_entry.*"   | Events             | There is no event time_entry.* in the format awork.
                    "events": ["task_added"]              | Events             | A text is expected.
                    "events": " , "                       | Events             | Choose at least one event, or switch Enabled off.
                    "name": " "                           | Name               | Name can't be blank.
                    "name": null                          | Name               | This has to be sent.
                    "uri": "ftp://example.com"            | Uri                | Enter an address that starts with https:// or http://.
                    "isActive": "yes"                     | IsActive           | True or false is expected.
                    "authenticationType": "basic"         | AuthenticationType | This must be none or header.
                    "authenticationType": "header"        | Authentication     | This has to be sent.
                    "authenticationType": "header", "authentication": "X-Api-Key"  | Authentication | This must be headername=headervalue.
                    "authenticationType": "header", "authentication": "X-Api-Key=" | Authentication | This must be headername=headervalue.
                    "authenticationType": "header", "authentication": "=abc"       | Authentication | This must be headername=headervalue.
                    "authenticationType": "header", "authentication": "Host=abc"   | Authentication | The header Host is set by Signalbox.
                    "language": 1                         | Language           | A text is expected.
                    "secret": "s3cret"                    | Secret             | There is no such property.
                    "onlyTriggerForMainEntityChanges": 1  | OnlyTriggerForMainEntityChanges | True or false is expected.
                    """)
    void what_is_not_allowed_is_refused_in_the_form_of_awork(
            String wrong, String property, String message) {
        long before = total();
        Answer refused = api.post(WEBHOOKS, form(", " + wrong));
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/json");
        assertThat(refused.at("/code").asString()).isEqualTo("validation-failed");
        assertThat(refused.at("/link").asString()).startsWith("http");
        assertThat(refused.at("/validationErrors/0/property").asString()).isEqualTo(property);
        assertThat(refused.at("/validationErrors/0/message").asString()).isEqualTo(message);
        assertThat(refused.at("/validationErrors")).hasSize(1);
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        Answer refused = api.post(WEBHOOKS, "{}");
        assertThat(refused.at("/validationErrors").findValuesAsString("property"))
                .containsExactly("Name", "Uri", "Events", "IsActive", "AuthenticationType");
    }

    @Test
    void a_change_that_is_refused_changes_nothing() {
        Answer created = create("");
        Answer refused = put(created, form(", \"events\": \"project:created\""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(api.get(path(created)).body()).isEqualTo(created.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":", "[]", "7"})
    void a_broken_body_is_refused(String body) {
        Answer refused = api.post(WEBHOOKS, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code").asString()).isEqualTo("invalid-model");
    }

    @Test
    void a_deleted_webhook_is_gone_at_both_doors() {
        Answer created = create("");
        long id = other().id();
        Answer deleted = api.delete(path(created));
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(api.get(V3 + id).status()).isEqualTo(404);
        for (Answer gone :
                List.of(
                        api.get(path(created)),
                        api.delete(path(created)),
                        put(created, form("")),
                        api.get(path(created) + "/logs"))) {
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.at("/code").asString()).isEqualTo("not-found");
        }
    }

    @Test
    void webhooks_of_other_formats_do_not_exist_here() {
        Answer created = create("");
        api.patch(
                V3 + other().id(),
                "{\"format\": \"openproject\", \"events\": [\"project:created\"]}");
        assertThat(api.get(path(created)).status()).isEqualTo(404);
        assertThat(other().body().has("onlyTriggerForMainEntityChanges")).isFalse();
        assertThat(api.get(WEBHOOKS).text()).doesNotContain(name);
    }

    @Test
    void only_administrators_get_in_and_all_who_are_known_see_the_types() {
        Answer created = create("");
        Api member = new Persons(server).add().api();
        for (Api nobody : List.of(member, api.anonymous(), api.as("opapi-wrong"))) {
            for (Answer refused :
                    List.of(
                            nobody.get(WEBHOOKS),
                            nobody.post(WEBHOOKS, form("")),
                            nobody.get(path(created)),
                            nobody.delete(path(created)),
                            nobody.get(path(created) + "/logs"))) {
                assertThat(refused.status()).as(refused.text()).isEqualTo(401);
                assertThat(refused.at("/code").asString()).isEqualTo("unauthorized");
            }
        }
        assertThat(api.get(path(created)).status()).isEqualTo(200);
        assertThat(api.anonymous().get(WEBHOOKS + "/eventtypes").status()).isEqualTo(401);
        JsonNode types = member.get(WEBHOOKS + "/eventtypes").body();
        assertThat(types).hasSize(33);
        assertThat(types.toString()).contains("\"task_updated\"").doesNotContain("task_changed");
        assertThat(member.get(WEBHOOKS + "/eventtypes/slack").text()).isEqualTo("[]");
        assertThat(api.anonymous().get(WEBHOOKS + "/eventtypes/slack").status()).isEqualTo(401);
    }

    @Test
    void what_does_not_exist_is_told_in_the_form_of_awork() {
        assertThat(api.get("/awork/api/v1/tasks").at("/code").asString()).isEqualTo("not-found");
        Answer wrong = api.patch(WEBHOOKS, "{}");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.at("/code").asString()).isEqualTo("invalid-operation");
    }

    @Test
    void the_log_has_what_was_sent_and_what_came_of_it() {
        Answer created = create(", \"events\": \"user_added\"");
        receiver.on("/" + name.substring(5), Reply.answer(503), Reply.answer(200));
        new Persons(server).add();
        receiver.await("/" + name.substring(5), 2);
        JsonNode log = awaitLog(created, 2);
        JsonNode last = log.path(0);
        assertThat(last.path("responseCode").asInt()).isEqualTo(200);
        assertThat(last.path("isSuccessful").asBoolean()).isTrue();
        assertThat(last.path("webhookId")).isEqualTo(created.at("/id"));
        assertThat(last.path("message").asString())
                .isEqualTo(receiver.requests("/" + name.substring(5)).getFirst().text());
        assertThat(last.has("reason")).isFalse();
        assertThat(log.path(1).path("responseCode").asInt()).isEqualTo(503);
        assertThat(log.path(1).path("reason").asString()).isEqualTo("The receiver answered 503");
        assertThat(log.path(1).path("isSuccessful").asBoolean()).isFalse();
    }

    @Test
    void what_waits_for_a_paused_webhook_is_not_in_its_log() {
        Answer created = create(", \"events\": \"user_added\"");
        receiver.on("/" + name.substring(5), Reply.answer(503), Reply.answer(200));
        new Persons(server).add();
        awaitLog(created, 2);
        api.post(V3 + other().id() + "/test", "{\"event\": \"user_added\"}");
        api.post(V3 + other().id() + "/pause", "{}");
        new Persons(server).add();
        new Persons(server).add();
        Answer whole = api.get(path(created) + "/logs");
        assertThat(whole.body().findValuesAsString("responseCode"))
                .containsExactly("200", "200", "503");
        assertThat(whole.header("aw-totalitems")).isEqualTo("3");
        for (int page = 1; page <= 3; page++) {
            Answer part = api.get(path(created) + "/logs?pageSize=1&page=" + page);
            assertThat(part.header("aw-items")).isEqualTo("1");
            assertThat(part.header("aw-totalitems")).isEqualTo("3");
            assertThat(part.at("/0")).isEqualTo(whole.at("/" + (page - 1)));
        }
        assertThat(api.get(path(created) + "/logs?pageSize=1&page=4").body()).isEmpty();
    }

    /** What arrived is written down a moment later. */
    private static JsonNode awaitLog(Answer webhook, int entries) {
        return Until.seen(
                () -> api.get(path(webhook) + "/logs").body(), log -> log.size() >= entries);
    }

    @Test
    void what_is_paused_is_not_active_until_somebody_switches_it_on() {
        Answer created = create("");
        long id = other().id();
        api.post(V3 + id + "/pause", "{}");
        assertThat(api.get(path(created)).at("/isActive").asBoolean()).isFalse();
        put(created, form("").replace("\"isActive\": true", "\"isActive\": false"));
        assertThat(other().at("/status").asString()).isEqualTo("paused");
        Answer on = put(created, form(""));
        assertThat(on.at("/isActive").asBoolean()).isTrue();
        assertThat(other().at("/status").asString()).isEqualTo("active");
    }

    @Test
    void what_is_switched_off_and_paused_sends_again_once_it_is_switched_on() {
        Answer created = create("");
        String v3 = V3 + other().id();
        api.post(v3 + "/pause", "{}");
        api.patch(v3, "{\"enabled\": false}");
        assertThat(api.get(path(created)).at("/isActive").asBoolean()).isFalse();
        assertThat(put(created, form("")).at("/isActive").asBoolean()).isTrue();
        assertThat(api.get(v3).at("/status").asString()).isEqualTo("active");
    }

    @Test
    void names_need_not_be_unique_as_awork_sees_them() {
        Answer first = create("");
        Answer second = create("");
        Answer third = create("");
        assertThat(List.of(first, second, third))
                .allSatisfy(one -> {
                    assertThat(one.at("/name").asString()).isEqualTo(name);
                    assertThat(api.get(path(one)).body()).isEqualTo(one.body());
                    assertThat(api.get(WEBHOOKS).body()).contains(one.body());
                });
        List<String> stored =
                api.get("/api/v3/webhooks?pageSize=500").body().findValuesAsString("name");
        assertThat(stored).contains(name, name + " (2)", name + " (3)");
        Answer changed = put(second, form("").replace("\"isActive\": true", "\"isActive\": false"));
        assertThat(changed.at("/name").asString()).isEqualTo(name);
        assertThat(changed.at("/isActive").asBoolean()).isFalse();
        Answer renamed = put(second, form("").replace(name, name + " other"));
        assertThat(renamed.at("/name").asString()).isEqualTo(name + " other");
        Answer back = put(second, form(""));
        assertThat(back.at("/name").asString()).isEqualTo(name);
        assertThat(api.get("/api/v3/webhooks?pageSize=500").body().findValuesAsString("name"))
                .containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void a_name_given_at_another_door_is_shown_here_too() {
        create("");
        Answer second = create("");
        api.get("/api/v3/webhooks?pageSize=500")
                .at("/_embedded/elements")
                .forEach(webhook -> {
                    if (webhook.path("name").asString().equals(name + " (2)")) {
                        api.patch(
                                V3 + webhook.path("id").asLong(),
                                "{\"name\": \"%s elsewhere\"}".formatted(name));
                    }
                });
        assertThat(api.get(path(second)).at("/name").asString()).isEqualTo(name + " elsewhere");
    }
}
