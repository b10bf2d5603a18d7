package org.signalbox.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** Clients over HTTP, with the projects that are done for them. */
@Tag("api")
class ClientApiTest {
    private static final String CLIENTS = "/api/v3/clients";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final Persons persons = new Persons(server);

    @Test
    void a_client_lives_from_creation_to_deletion() {
        var events = RecordedEvents.from(server);
        var name = name();
        var created =
                api.post(
                        CLIENTS,
                        """
                        {"name": " %s ", "description": {"raw": "Runs the *ferries*"},
                         "industry": "Shipping", "tags": ["key account", "Key Account", "north"],
                         "contacts": [{"type": "email", "label": "Office", "value": "a@example.org"},
                                      {"type": "phone", "value": "117"}]}
                        """
                                .formatted(name));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/name").asString()).isEqualTo(name);
        assertThat(created.at("/tags").toString()).isEqualTo("[\"key account\",\"north\"]");
        assertThat(created.at("/contacts/1/label").isNull()).isTrue();
        assertThat(created.at("/contacts/0/value").asString()).isEqualTo("a@example.org");
        var path = CLIENTS + "/" + created.id();
        assertThat(created.header("Location")).endsWith(path);
        assertThat(api.get(path).text()).isEqualTo(created.text());

        var changed = api.patch(path, "{\"lockVersion\": 0, \"industry\": null, \"tags\": []}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/lockVersion").asInt()).isEqualTo(1);
        assertThat(changed.at("/contacts")).isEqualTo(created.at("/contacts"));
        var told = events.last("client.updated");
        assertThat(told.at("/changes/industry/from").asString()).isEqualTo("Shipping");
        assertThat(told.at("/changes/industry/to").isNull()).isTrue();
        assertThat(told.at("/changes/tags/from/1").asString()).isEqualTo("north");
        assertThat(told.at("/changes").size()).isEqualTo(2);
        assertThat(told.at("/subject/client/name").asString()).isEqualTo(name);
        assertThat(events.lastEvent("client.updated").projectId()).isNull();

        var again = api.patch(path, changed.text());
        assertThat(again.text()).as("what was shown can be sent back").isEqualTo(changed.text());
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(events.types())
                .containsExactly("client.created", "client.updated", "client.deleted");
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        var path = CLIENTS + "/" + client(name());
        assertThat(api.patch(path, "{\"lockVersion\": 0, \"industry\": \"Rail\"}").status())
                .isEqualTo(200);
        assertThat(api.patch(path, "{\"lockVersion\": 0, \"industry\": \"Air\"}").status())
                .isEqualTo(409);
        assertThat(api.patch(path, "{\"industry\": \"Air\"}").status()).isEqualTo(409);
        assertThat(api.get(path).at("/industry").asString()).isEqualTo("Rail");
    }

    @Test
    void a_form_says_what_a_write_would_say() {
        var taken = name();
        var path = CLIENTS + "/" + client(taken);
        var form =
                api.post(
                        CLIENTS + "/form",
                        "{\"name\": \"%s\", \"tags\": [\" \"], \"contacts\": [7]}"
                                .formatted(taken));
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        var errors = form.at("/_embedded/validationErrors");
        assertThat(errors.propertyNames()).containsExactlyInAnyOrder("name", "tags", "contacts");
        assertThat(errors.at("/name/message").asString()).isEqualTo("Name has already been taken.");
        assertThat(form.at("/_links/commit").isMissingNode()).isTrue();

        var fresh = api.post(CLIENTS + "/form", "{\"name\": \" %s \"}".formatted(name()));
        assertThat(fresh.at("/_embedded/validationErrors").isEmpty()).isTrue();
        var commit = fresh.at("/_links/commit");
        assertThat(commit.at("/href").asString()).isEqualTo(CLIENTS);
        var payload = fresh.at("/_embedded/payload");
        var created = api.post(commit.at("/href").asString(), payload.toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);

        var client = api.get(path);
        assertThat(client.at("/_links/schema/href").asString()).isEqualTo(CLIENTS + "/schema");
        var update = client.at("/_links/update");
        assertThat(update.at("/method").asString()).isEqualTo("post");
        var change = api.post(update.at("/href").asString(), "{\"industry\": \"Rail\"}");
        assertThat(change.at("/_embedded/payload/industry").asString()).isEqualTo("Rail");
        assertThat(change.at("/_embedded/payload/lockVersion").asInt()).isZero();
        assertThat(change.at("/_embedded/schema")).isEqualTo(api.get(CLIENTS + "/schema").body());
        var changed = api.patch(path, change.at("/_embedded/payload").toString());
        assertThat(changed.at("/industry").asString()).isEqualTo("Rail");
        assertThat(api.get(path).at("/lockVersion").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_said_of_the_attribute() {
        var name = name();
        client(name);
        refused("\"name\": \"%s\"".formatted(name.toUpperCase(java.util.Locale.ROOT)), "name");
        refused("\"name\": \" \"", "name");
        refused("\"industry\": \"None\"", "name");
        refused("\"name\": \"X\", \"tags\": [\" \"]", "tags");
        refused("\"name\": \"X\", \"tags\": [\"two\\nlines\"]", "tags");
        refused(
                "\"name\": \"X\", \"contacts\": [{\"type\": \"fax\", \"value\": \"1\"}]",
                "contacts");
        refused("\"name\": \"X\", \"contacts\": [{\"type\": \"email\"}]", "contacts");
        refused(
                "\"name\": \"X\", \"contacts\": [{\"type\": \"email\", \"value\": \"\"}]",
                "contacts");
    }

    @Test
    void a_project_belongs_to_a_client_until_the_client_goes() {
        var name = name();
        long client = client(name);
        long project = persons.project(false);
        var path = "/api/v3/projects/" + project;
        var events = RecordedEvents.from(server);
        var set = api.patch(path, linked(client));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(set.at("/_links/client/title").asString()).isEqualTo(name);
        assertThat(set.at("/_embedded/client/name").asString()).isEqualTo(name);
        var told = events.last("project.updated");
        assertThat(told.at("/changes/client/to/title").asString()).isEqualTo(name);
        assertThat(told.at("/subject/client/name").asString()).isEqualTo(name);
        var ofClient =
                api.get(api.get(CLIENTS + "/" + client).at("/_links/projects/href").asString());
        assertThat(ofClient.at("/total").asInt()).isEqualTo(1);
        assertThat(ofClient.at("/_embedded/elements/0/id").asLong()).isEqualTo(project);

        long second =
                api.post(
                                "/api/v3/projects",
                                "{\"name\": \"Second\", " + linked(client).substring(1))
                        .id();
        assertThat(api.delete(CLIENTS + "/" + client).status()).isEqualTo(204);
        assertThat(events.subjects("project.updated").subList(1, 3))
                .containsExactly("project:" + project, "project:" + second);
        assertThat(events.types()).endsWith("project.updated", "client.deleted");
        assertThat(events.last("project.updated").at("/changes/client/from/title").asString())
                .isEqualTo(name);
        assertThat(api.get(path).at("/_links/client/href").isNull()).isTrue();
        assertThat(api.get(path).at("/_embedded/client").isMissingNode()).isTrue();
    }

    @Test
    void a_client_is_seen_with_its_projects() {
        long client = client(name());
        long project = persons.project(false);
        api.patch("/api/v3/projects/" + project, linked(client));
        var path = CLIENTS + "/" + client;
        var reader = persons.add();
        assertThat(reader.api().get(path).status()).isEqualTo(404);
        assertThat(reader.api().delete(path).status()).isEqualTo(404);
        persons.join(reader, project, 5);
        assertThat(reader.api().get(path).status()).isEqualTo(200);
        assertThat(reader.api().get(path).at("/_links/delete").isMissingNode()).isTrue();
        assertThat(reader.api().get(CLIENTS).at("/total").asInt()).isEqualTo(1);
        assertThat(reader.api().delete(path).status()).isEqualTo(403);
        assertThat(reader.api().patch(path, "{\"lockVersion\": 0}").status()).isEqualTo(403);
        assertThat(reader.api().post(CLIENTS, "{\"name\": \"Mine\"}").status()).isEqualTo(403);
    }

    @Test
    void who_edits_a_project_chooses_among_all_clients() {
        long client = client(name());
        long project = persons.project(false);
        var editor = persons.add();
        persons.join(editor, project, 3);
        var set = editor.api().patch("/api/v3/projects/" + project, linked(client));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        var unknown = editor.api().patch("/api/v3/projects/" + project, linked(999_999));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("/_embedded/details/attribute").asString()).isEqualTo("client");
        var manager = persons.add();
        var given =
                api.post(
                        "/api/v3/memberships",
                        """
                        {"_links": {"principal": {"href": "/api/v3/users/%d"},
                          "roles": [{"href": "/api/v3/roles/6"}]}}
                        """
                                .formatted(manager.id()));
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        assertThat(manager.api().get(CLIENTS + "/" + client).status()).isEqualTo(200);
        assertThat(manager.api().delete(CLIENTS + "/" + client).status()).isEqualTo(204);
    }

    @Test
    void lists_are_filtered_sorted_and_paged() {
        var name = name();
        var tag = "tag-" + name;
        for (String part : new String[] {"B", "C", "A"}) {
            var created =
                    api.post(
                            CLIENTS,
                            "{\"name\": \"%s %s\", \"industry\": \"%s\", \"tags\": [\"%s\"]}"
                                    .formatted(name, part, part, tag));
            assertThat(created.status()).as(created.text()).isEqualTo(201);
        }
        var tagged =
                list(
                        "tags",
                        "=",
                        "\"%s\"".formatted(tag),
                        "&sortBy=" + encoded("[[\"name\",\"desc\"]]"));
        assertThat(tagged.at("/total").asInt()).isEqualTo(3);
        assertThat(tagged.at("/_embedded/elements/0/name").asString()).isEqualTo(name + " C");
        assertThat(tagged.at("/_embedded/elements/0/tags/0").asString()).isEqualTo(tag);
        var page = list("name", "~", "\"%s\"".formatted(name), "&pageSize=2&offset=2");
        assertThat(page.at("/total").asInt()).isEqualTo(3);
        assertThat(page.at("/count").asInt()).isEqualTo(1);
        assertThat(list("name", "~", "\"%s a\"".formatted(name), "").at("/total").asInt())
                .isEqualTo(1);
        assertThat(list("tags", "!", "\"%s\"".formatted(tag), "").toString()).doesNotContain(tag);
        assertThat(list("tags", "?", "", "").at("/_type").asString()).isEqualTo("Error");
    }

    private JsonNode list(String filter, String operator, String values, String more) {
        var filters =
                "[{\"%s\": {\"operator\": \"%s\", \"values\": [%s]}}]"
                        .formatted(filter, operator, values);
        return api.get(CLIENTS + "?filters=" + encoded(filters) + more).body();
    }

    private void refused(String attributes, String attribute) {
        var refused = api.post(CLIENTS, "{%s}".formatted(attributes));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }

    private long client(String name) {
        var created = api.post(CLIENTS, "{\"name\": \"%s\"}".formatted(name));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private static String name() {
        return "Harbor Lane " + COUNT.incrementAndGet() + "x";
    }

    private static String linked(long client) {
        return "{\"_links\": {\"client\": {\"href\": \"/api/v3/clients/%d\"}}}".formatted(client);
    }
}
