package org.signalbox.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;
import static org.signalbox.testing.Encoded.packed;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** What clients rely on at every address of the API. */
@Tag("api")
class ConventionsTest {
    private static final String PROJECTS = "/api/v3/projects";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api api = server.api();
    private long project;
    private String mine = "";

    @BeforeEach
    void add_a_project() {
        project = persons.project(false);
        mine = only(project);
    }

    private static String only(long id) {
        return "?filters="
                + encoded("[{\"id\":{\"operator\":\"=\",\"values\":[\"%d\"]}}]".formatted(id));
    }

    @Test
    void a_client_selects_what_it_wants_to_have() {
        var some = api.get(PROJECTS + mine + "&select=total,elements/id,elements/name,self");
        assertThat(some.status()).as(some.text()).isEqualTo(200);
        assertThat(some.body().propertyNames()).containsExactly("total", "_embedded", "_links");
        assertThat(some.at("/_links").propertyNames()).containsExactly("self");
        assertThat(some.at("/_embedded/elements/0").propertyNames()).containsExactly("id", "name");
        var links = api.get(PROJECTS + mine + "&select=elements/self,elements/parent");
        assertThat(links.body().propertyNames()).containsExactly("_embedded");
        assertThat(links.at("/_embedded/elements/0/_links/self/href").asString())
                .isEqualTo(PROJECTS + "/" + project);
        var all = api.get(PROJECTS + mine + "&select=*,elements/*");
        var selfless = api.get(PROJECTS + mine);
        assertThat(all.at("/_embedded")).isEqualTo(selfless.at("/_embedded"));
        var array = api.get(PROJECTS + mine + "&select=" + encoded("[\"elements/id\", \"count\"]"));
        assertThat(array.at("/count").asInt()).isEqualTo(1);
        assertThat(array.at("/_embedded/elements/0").propertyNames()).containsExactly("id");
    }

    @Test
    void what_there_is_not_cannot_be_selected() {
        for (String select :
                new String[] {
                    "nonsense",
                    "elements/nonsense",
                    "elements/status/name",
                    "elements",
                    "total/x",
                    ",total"
                }) {
            var answer = api.get(PROJECTS + mine + "&select=" + encoded(select));
            assertThat(answer.status()).as(select).isEqualTo(400);
            assertThat(answer.at("/errorIdentifier").asString()).endsWith(":InvalidSignal");
        }
        assertThat(api.get(PROJECTS + mine + "&select=nextByOffset").status()).isEqualTo(200);
        assertThat(api.get(PROJECTS + mine + "&select=%5B").status()).isEqualTo(400);
        var dates = "/api/v3/work_packages" + "?select=elements/date,elements/dueDate";
        api.post(PROJECTS + "/" + project + "/work_packages", "{\"subject\": \"No milestone\"}");
        assertThat(api.get(dates).status()).isEqualTo(200);
    }

    @Test
    void what_can_be_selected_does_not_depend_on_the_page() {
        api.post(PROJECTS + "/" + project + "/work_packages", "{\"subject\": \"Alone\"}");
        var reader = persons.add();
        persons.join(reader, project, 5);
        for (String path :
                new String[] {
                    "/projects/"
                            + project
                            + "/work_packages?select=elements/children,elements/delete",
                    "/projects/" + project + "/work_packages?groupBy=status&select=total,groups",
                    "/work_packages?select=elements/id,nextByOffset,createWorkPackage",
                    "/principals?select=elements/login,elements/members",
                    "/users?select=elements/lock,elements/unlock",
                    "/news?select=elements/id,elements/title"
                }) {
            for (Api who : new Api[] {api, reader.api()}) {
                var answer = who.get("/api/v3" + path);
                assertThat(answer.status()).as(path + answer.text()).isIn(200, 403);
            }
        }
        var nowhere = PROJECTS + only(0) + "&select=";
        assertThat(api.get(nowhere + "elements/name").status()).isEqualTo(200);
        assertThat(api.get(nowhere + "elements/nonsense").status()).isEqualTo(400);
    }

    @Test
    void a_query_can_be_packed() {
        var packed =
                packed(
                        """
                        {"filters": "[{\\"id\\":{\\"operator\\":\\"=\\",\\"values\\":[\\"%d\\"]}}]",
                         "pageSize": "7", "offset": "1"}
                        """
                                .formatted(project));
        var answer = api.get(PROJECTS + "?eprops=" + encoded(packed));
        assertThat(answer.at("/total").asInt()).as(answer.text()).isEqualTo(1);
        assertThat(answer.at("/pageSize").asInt()).isEqualTo(7);
        assertThat(answer.at("/_links/self/href").asString()).contains("filters=%5B");
        for (String broken : new String[] {"x", "eJwAAA==", packed("[1]"), packed("\0\0")}) {
            var refused = api.get(PROJECTS + "?eprops=" + encoded(broken));
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        }
        var bomb = packed("{\"filters\": \"" + " ".repeat(2 << 20) + "\"}");
        assertThat(api.get(PROJECTS + "?eprops=" + encoded(bomb)).status()).isEqualTo(400);
    }

    @Test
    void what_is_read_only_may_come_back_in_another_writing() {
        var created =
                api.post(PROJECTS + "/" + project + "/work_packages", "{\"subject\": \"Here\"}");
        var path = created.at("/_links/self/href").asString();
        var shown = created.at("/createdAt").asString();
        for (String same :
                new String[] {
                    "\"createdAt\": \"%s\"".formatted(shown),
                    "\"createdAt\": \"%s+00:00\"".formatted(shown.replace("Z", "")),
                    "\"createdAt\": \"%s\"".formatted(shown.replaceFirst("0*Z$", "Z")),
                    "\"id\": \"%d\"".formatted(created.id()),
                    "\"derivedDueDate\": null, \"spentTime\": \"P0D\", \"readonly\": false",
                    "\"_links\": {\"author\": {\"href\": \"https://here%s\"}}"
                            .formatted(created.at("/_links/author/href").asString())
                }) {
            var answer = api.patch(path, "{\"lockVersion\": \"0\", " + same + "}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
        for (String other :
                new String[] {
                    "\"createdAt\": \"2026-03-04T10:15:30Z\"",
                    "\"createdAt\": null",
                    "\"readonly\": true",
                    "\"_links\": {\"author\": {\"href\": null}}"
                }) {
            var answer = api.patch(path, "{\"lockVersion\": 0, " + other + "}");
            assertThat(answer.status()).as(other).isEqualTo(422);
            assertThat(answer.at("/errorIdentifier").asString()).endsWith(":PropertyIsReadOnly");
        }
    }

    @Test
    void what_was_shown_of_another_resource_may_be_sent_to_create_one() {
        var path = PROJECTS + "/" + project + "/work_packages";
        var created =
                api.post(
                        path,
                        """
                        {"subject": "Copy", "id": null, "createdAt": null, "updatedAt": null,
                         "readonly": false, "derivedStartDate": null, "spentTime": "PT3H",
                         "percentageDone": "50", "_links": {"author": {"href": null}}}
                        """);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/percentageDone").asInt()).isEqualTo(50);
        assertThat(created.at("/spentTime").asString()).isEqualTo("PT0S");
        var half = api.post(path, "{\"subject\": \"Half\", \"percentageDone\": 50.0}");
        assertThat(half.at("/percentageDone").asInt()).as(half.text()).isEqualTo(50);
        for (String wrong : new String[] {"50.5", "\"50.5\"", "\"\"", "1e400", "true"}) {
            var refused = api.post(path, "{\"subject\": \"X\", \"percentageDone\": " + wrong + "}");
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.at("/errorIdentifier").asString()).endsWith(":PropertyFormatError");
        }
        var chosen = api.post(path, "{\"subject\": \"X\", \"id\": 7}");
        assertThat(chosen.at("/errorIdentifier").asString()).endsWith(":PropertyIsReadOnly");
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        var path = PROJECTS + "/" + project;
        var first = api.get(path);
        var tag = first.header("ETag");
        assertThat(tag).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).contains("no-store");
        var again = api.send("GET", path, null, Map.of("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("Link")).contains("service-desc");
        api.patch(path, "{\"name\": \"Another name\"}");
        var changed = api.send("GET", path, null, Map.of("If-None-Match", tag));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(api.get(PROJECTS + "/999999").header("ETag")).isEmpty();
    }

    @Test
    void every_answer_names_the_description_of_the_api() {
        for (Api.Answer answer :
                new Api.Answer[] {
                    api.get("/api/v3"),
                    api.anonymous().get("/api/v3"),
                    api.get("/api/v3/nonsense"),
                    api.send("POST", PROJECTS, "x", Map.of("Content-Type", "text/xml")),
                    api.delete(PROJECTS + "/999999")
                }) {
            assertThat(answer.header("Link"))
                    .as(answer.text())
                    .isEqualTo("</api/v3/openapi.json>; rel=\"service-desc\"");
            assertThat(answer.header("Content-Type"))
                    .isEqualTo("application/hal+json;charset=utf-8");
        }
    }

    @Test
    void nobody_is_refused_before_the_content_type_is() {
        var answer =
                api.anonymous().send("POST", PROJECTS, "x", Map.of("Content-Type", "text/xml"));
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void a_body_may_be_left_out_and_then_needs_no_type() {
        assertThat(api.send("POST", "/api/v3/time_entries/form", null, Map.of()).status())
                .isEqualTo(200);
        assertThat(api.send("POST", PROJECTS, null, Map.of()).status()).isEqualTo(422);
        assertThat(api.delete(PROJECTS + "/" + project).status()).isEqualTo(204);
    }

    @Test
    void a_long_answer_is_compressed_for_who_takes_that() {
        var answer = api.send("GET", "/api/v3/types", null, Map.of("Accept-Encoding", "gzip"));
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Vary")).containsIgnoringCase("accept-encoding");
    }
}
