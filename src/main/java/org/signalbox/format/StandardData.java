package org.signalbox.format;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.account.UserHal;
import org.signalbox.event.CustomTypes;
import org.signalbox.event.Event;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event tells in the neutral form: its subject as the API shows it, what was changed, who
 * did it and where; of a custom event what was posted, to the letter. Pure.
 */
@Component
public final class StandardData {
    private final JsonMapper json;
    private final Subjects subjects;
    private final Origin origin;

    StandardData(JsonMapper json, Origin origin) {
        this.json = json;
        this.subjects = new Subjects(json);
        this.origin = origin;
    }

    /** A JSON object. */
    public String of(Event event) {
        return CustomTypes.include(event.type())
                ? event.data()
                : data(event, Told.by(event, json, subjects)).toString();
    }

    /**
     * The same without what it tells: ids and links only. A custom event is its own subject, as
     * nobody here knows what it is about.
     */
    public String thin(Event event) {
        ObjectNode thin = json.createObjectNode();
        if (CustomTypes.include(event.type())) {
            thin.put("id", event.id()).put("url", origin.url() + placeInLog(event));
            thin.set("actor", thinly("users", event.actorId()));
            thin.set("project", thinly("projects", event.projectId()));
            return thin.toString();
        }
        ObjectNode full = data(event, Told.by(event, json, subjects));
        thin.set("id", full.path("id"));
        thin.set("url", full.path("url"));
        thin.set("actor", thinly(full.path("actor")));
        if (belongs(event)) {
            thin.set("project", thinly(full.path("project")));
        }
        return thin.toString();
    }

    private static String placeInLog(Event event) {
        return "/api/v3/events?after=" + Math.max(0, event.sequence() - 1) + "&pageSize=1";
    }

    private JsonNode thinly(JsonNode full) {
        return full.isObject()
                ? json.createObjectNode().set("id", full.path("id")).set("url", full.path("url"))
                : json.nullNode();
    }

    private JsonNode thinly(String resources, @Nullable Long id) {
        return id == null
                ? json.nullNode()
                : json.createObjectNode()
                        .put("id", id)
                        .put("url", origin.url() + "/api/v3/" + resources + "/" + id);
    }

    private ObjectNode data(Event event, Told told) {
        JsonNode links = told.subject().path("_links");
        ObjectNode data = json.createObjectNode();
        data.set("id", told.subject().path("id"));
        data.put("url", origin.url() + links.path("self").path("href").asString(""));
        data.set(event.subject().kind(), told.subject());
        if (!told.changes().isEmpty()) {
            data.set("changes", told.changes());
        }
        data.set("actor", told.actor() == null ? json.nullNode() : person(told.actor()));
        if (belongs(event)) {
            data.set(
                    "project",
                    links.has("project") ? project(links.path("project")) : projectAround(told));
        }
        return data;
    }

    /** Whether it has a project: a project is one. */
    private static boolean belongs(Event event) {
        return !event.subject().kind().equals("project");
    }

    /** Some belong to a project only by what they are about. */
    private JsonNode projectAround(Told told) {
        JsonNode own = told.held().path("project");
        JsonNode project = own.isObject() ? own : told.held().at("/workPackage/project");
        return project.isObject()
                ? project(project.path("id").asLong(), project.path("title").asString(""))
                : json.nullNode();
    }

    private ObjectNode person(User user) {
        return json.createObjectNode()
                .put("id", user.id())
                .put("name", user.name())
                .put("url", origin.url() + UserHal.path(user.id()));
    }

    /** Where the subject belongs; a person belongs nowhere. */
    private JsonNode project(JsonNode link) {
        String href = link.path("href").asString("");
        if (href.isEmpty()) {
            return json.nullNode();
        }
        return project(
                Long.parseLong(href.substring(href.lastIndexOf('/') + 1)),
                link.path("title").asString(""));
    }

    private JsonNode project(long id, String name) {
        return json.createObjectNode()
                .put("id", id)
                .put("name", name)
                .put("url", origin.url() + "/api/v3/projects/" + id);
    }
}
