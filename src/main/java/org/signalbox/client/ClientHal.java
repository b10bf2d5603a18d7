package org.signalbox.client;

import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.MARKDOWN;
import static org.signalbox.hal.Types.STRING;
import static org.signalbox.hal.Types.STRINGS;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Tags;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Clients in the API. */
public final class ClientHal {

    /** How other resources link to a client. */
    public static final Type<Reference> LINK = Types.link("Client", "clients");

    static final Attribute<Client, Long> ID = Attribute.of("id", INTEGER, Client::id);
    static final Attribute<Client, Long> LOCK_VERSION =
            Attribute.of("lockVersion", INTEGER, Client::lockVersion).echoed();
    static final Attribute<Client, String> NAME =
            Attribute.of("name", STRING, Client::name).writable().required().length(1, 255);
    static final Attribute<Client, String> DESCRIPTION =
            Attribute.of("description", MARKDOWN, Client::description).writable();
    static final Attribute<Client, String> INDUSTRY =
            Attribute.of("industry", STRING, Client::industry).writable().length(0, 255);
    static final Attribute<Client, List<Contact>> CONTACTS =
            Attribute.of(
                            "contacts",
                            Types.objects(
                                    "Contact",
                                    "an array of objects with type, label and value",
                                    ClientHal::contact,
                                    ClientHal::json),
                            Client::contacts)
                    .writable();
    static final Attribute<Client, List<String>> TAGS =
            Attribute.of("tags", STRINGS, Client::tags).writable();
    static final Attribute<Client, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, Client::createdAt);
    static final Attribute<Client, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, Client::updatedAt);

    static final Description<Client> CLIENT =
            Description.<Client>of("Client")
                    .with(ID, LOCK_VERSION, NAME, DESCRIPTION, INDUSTRY, CONTACTS, TAGS)
                    .with(CREATED_AT, UPDATED_AT)
                    .filters(
                            Filter.of("id", Filters.reference("c.id")),
                            Filter.of("name", Filters.text("c.name")).or("typeahead"),
                            Filter.of("description", Filters.text("c.description")),
                            Filter.of("industry", Filters.optionalWord("c.industry")),
                            Filter.of("tags", Tags.filter("client_tag", "client_id", "c.id"))
                                    .or("tag"),
                            Filter.of("createdAt", Filters.time("c.created_at")),
                            Filter.of("updatedAt", Filters.time("c.updated_at")))
                    .sorts(
                            Sort.by("id", "c.id"),
                            Sort.by("name", "c.name"),
                            Sort.byNullable("industry", "c.industry"),
                            Sort.by("createdAt", "c.created_at"),
                            Sort.by("updatedAt", "c.updated_at"));

    private ClientHal() {}

    /**
     * A client, by itself or among others.
     *
     * @param managed whether who asks may change it
     */
    public static Document of(Client client, boolean managed) {
        var self = "/api/v3/clients/" + client.id();
        var document =
                CLIENT.document(client)
                        .link("self", Link.to(self, client.name()))
                        .link("schema", Link.to("/api/v3/clients/schema"))
                        .link("projects", Link.to(projects(client.id())));
        return managed
                ? document.link("update", Link.action(self + "/form", "post"))
                        .link("updateImmediately", Link.action(self, "patch"))
                        .link("delete", Link.action(self, "delete"))
                : document;
    }

    private static String projects(long id) {
        return "/api/v3/projects?filters=%5B%7B%22client%22%3A%7B%22operator%22%3A%22%3D%22%2C"
                + "%22values%22%3A%5B%22"
                + id
                + "%22%5D%7D%7D%5D";
    }

    private static @Nullable Contact contact(JsonNode json) {
        var label = json.path("label");
        boolean labelled = label.isString();
        boolean formed =
                json.path("type").isString()
                        && json.path("value").isString()
                        && (labelled || label.isNull() || label.isMissingNode());
        return formed
                ? new Contact(
                        json.path("type").stringValue(),
                        labelled ? label.stringValue() : null,
                        json.path("value").stringValue())
                : null;
    }

    private static JsonNode json(Contact contact) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", contact.type())
                .put("label", contact.label())
                .put("value", contact.value());
    }
}
