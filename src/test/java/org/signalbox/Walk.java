package org.signalbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;

/**
 * A server of its own with a project, and in it one thing of each kind, and the way through all of
 * its endpoints. These are the ones that the API itself describes, so none can be forgotten.
 */
final class Walk implements AutoCloseable {
    private static final String API = "/api/v3";

    /** What stands in the project and around it. */
    private static final String WORLD =
            """
            POST /projects {"name": "<new>", "public": {public}}
            POST /clients {"name": "<new>"}
            POST /projects {"name": "<new>", "public": {public}, "_links": {"parent": <projects>, "client": <clients>}}
            POST /memberships {"_links": {"project": <projects>, "principal": <member>, "roles": [<roles>]}}
            POST /memberships {"_links": {"project": <projects>, "principal": <reader>, "roles": [<reader_role>]}}
            POST /memberships {"_links": {"project": <projects>, "principal": <users>, "roles": [<roles>]}}
            POST /groups {"name": "<new>", "_links": {"members": [<users>]}}
            POST /placeholder_users {"name": "<new>"}
            POST /memberships {"_links": {"project": <projects>, "principal": <placeholder_users>, "roles": [<roles>]}}
            POST /memberships {"_links": {"project": <projects>, "principal": <groups>, "roles": [<roles>]}}
            POST /users/{key}/api_tokens {"name": "walked"}
            POST /versions {"name": "<new>", "_links": {"definingProject": <projects>}}
            POST /projects/{key}/categories {"name": "<new>", "_links": {"defaultAssignee": <users>}}
            POST /projects/{key}/comments {"text": {"raw": "Said of the project"}}
            POST /task_lists {"name": "<new>", "_links": {"project": <projects>}}
            POST /assignments {"from": "2026-03-04", "to": "2026-03-05", "_links": {"project": <projects>, "user": <member>}}
            POST /absences {"from": "<day>", "to": "<day>", "_links": {"user": <member>}}
            POST /work_packages {"subject": "Whole", "_links": {"project": <projects>}}
            POST /work_packages {"subject": "Part", "_links": {"project": <projects>, "parent": <work_packages>}}
            POST /work_packages {"subject": "Given", "_links": {"project": <projects>, "assignee": <member>}}
            POST /work_packages {"subject": "Walked", "_links": {"project": <projects>, "version": <versions>, "category": <categories>, "assignee": <users>}}
            POST /work_packages/{id}/relations {"type": "relates", "_links": {"to": <part>}}
            POST /work_packages/{id}/watchers {"user": <users>}
            POST /work_packages/{id}/activities {"comment": {"raw": "Among us"}, "internal": true}
            POST /work_packages/{id}/activities {"comment": {"raw": "To all"}}
            POST /activities/{id}/attachments file {"fileName": "walked.txt"}
            POST /time_entries {"spentOn": "2026-03-04", "hours": "PT1H", "_links": {"entity": <work_packages>, "user": <users>}}
            POST /queries {"name": "<new>", "public": true, "_links": {"project": <projects>}}
            POST /webhooks {"name": "<new>", "url": "<receiver>", "format": "standard", "events": ["custom.delivered"]}
            POST /days/non_working {"date": "<day>", "name": "Holiday"}
            """;

    private final RunningServer server;
    private final ScriptedReceiver receiver = ScriptedReceiver.start();
    private final SortedSet<String> routes;
    private final Persons persons;
    private final Persons.Person member;
    private final Persons.Person reader;
    private final WalkWorld world;

    private Walk(RunningServer server, boolean open) {
        this.server = server;
        this.routes = described();
        this.persons = new Persons(server);
        this.member = persons.add();
        this.reader = persons.add();
        world =
                new WalkWorld(server.api())
                        .name("receiver", receiver.url("/walk").toString())
                        .name("member", API + "/users/" + member.id())
                        .name("reader", API + "/users/" + reader.id())
                        .name("users", API + "/users/" + persons.add().id())
                        .name("roles", API + "/roles/4")
                        .name("reader_role", API + "/roles/5")
                        .name("{module}", "work_packages")
                        .name("{name}", "read");
        for (String name : List.of("types", "statuses", "time_entries/activities")) {
            world.name(name, API + "/" + name + "/1");
        }
        for (String step :
                WORLD.replace("{public}", String.valueOf(open)).strip().split("\n", -1)) {
            String made = world.create(WalkStep.of(step));
            if (step.contains("\"Part\"")) {
                world.name("part", made);
            }
        }
        world.name("deliveries", delivery())
                .name("schema", API + "/relations/schema/follows")
                .name("activity", API + "/time_entries/activities/1")
                .name("priorities", API + "/priorities/8")
                .name(
                        "{context}-{principal}",
                        "p%d-%d".formatted(world.id("projects"), member.id()))
                .name("{absence}", String.valueOf(world.id("absences")))
                .name("days", API + "/days/2026-03-04")
                .name("week", API + "/days/week/1")
                .name("audit_log_entries", API + "/audit_log_entries/1")
                .name("columns", API + "/queries/columns/subject")
                .name("group_bys", API + "/queries/group_bys/status")
                .name("operators", API + "/queries/operators/=")
                .name("sort_bys", API + "/queries/sort_bys/id-asc")
                .name("filters", API + "/queries/filters/status")
                .name("filter_instance_schemas", API + "/queries/filter_instance_schemas/status")
                .name("project_statuses", API + "/project_statuses/on_track")
                .name("schemas", "%s/schemas/%d-1".formatted(API, world.id("projects")))
                .name("watchers", API + "/users/" + world.id("users"))
                .name("workspace", API + "/projects/" + world.id("projects"))
                .name("workspaces", API + "/projects/" + world.id("projects"))
                .name(
                        "notifications",
                        member.api()
                                .get(API + "/notifications")
                                .at("/_embedded/elements/0/_links/self/href")
                                .asString());
    }

    /** Builds a world on a server with these properties, around a project that is public or not. */
    static Walk start(Map<String, String> properties, boolean open) {
        return new Walk(RunningServer.start(properties), open);
    }

    RunningServer server() {
        return server;
    }

    /** The endpoints, as {@code GET /projects/{key}}. */
    SortedSet<String> routes() {
        return routes;
    }

    Api member() {
        return member.api();
    }

    Api reader() {
        return reader.api();
    }

    /** Somebody new. */
    Api stranger() {
        return persons.add().api();
    }

    /** What the webhook delivered, once that is written down. */
    private String delivery() {
        var api = server.api();
        api.post(API + "/events", "{\"type\": \"custom.delivered\", \"data\": {}}");
        String log = API + "/webhooks/%d/deliveries".formatted(world.id("webhooks"));
        return Until.seen(
                        () -> api.get(log).at("/_embedded/elements/0"),
                        first -> first.path("state").asString("").equals("delivered"))
                .at("/_links/self/href")
                .asString();
    }

    /**
     * Goes where the line says and tells the status. What was refused must not have changed
     * anything; what is wrong about that is added to {@code wrong}.
     */
    int visit(WalkLine line, Api visitor, List<String> wrong) {
        var here = world.copy();
        line.first().forEach(here::create);
        String path = absolute(here.path(line.path()));
        if (!line.writes()) {
            return visitor.get(path).status();
        }
        String watched = absolute(here.path(readable(line.path())));
        String before = server.api().get(watched).text();
        var events = RecordedEvents.from(server);
        var answer = WalkWorld.send(visitor, line.method(), path, here.body(line.body()));
        if (answer.status() >= 400) {
            if (!events.types().isEmpty()) {
                wrong.add("%s was refused and told as %s".formatted(path, events.types()));
            }
            if (!server.api().get(watched).text().equals(before)) {
                wrong.add("%s was refused and changed %s".formatted(path, watched));
            }
        }
        return answer.status();
    }

    /** The nearest path at or above this one that can be read. */
    private String readable(String path) {
        String at = path;
        while (!at.isEmpty() && !routes.contains("GET " + at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return at.isEmpty() ? "/" : at;
    }

    private SortedSet<String> described() {
        var routes = new TreeSet<String>();
        server.api()
                .get(API + "/spec.json")
                .at("/paths")
                .forEachEntry((path, operations) ->
                        operations
                                .propertyNames()
                                .forEach(method ->
                                        routes.add(
                                                method.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + relative(path))));
        return routes;
    }

    /** The root is written as a slash. */
    private static String relative(String path) {
        return path.equals(API) ? "/" : path.substring(API.length());
    }

    private static String absolute(String path) {
        return path.equals("/") ? API : API + path;
    }

    @Override
    public void close() {
        receiver.close();
        server.close();
    }
}
