package org.signalbox.rm;

import static org.signalbox.rm.RmFields.Field.link;
import static org.signalbox.rm.RmFields.Field.text;
import static org.signalbox.rm.RmFields.Field.typed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.client.Client;
import org.signalbox.client.Clients;
import org.signalbox.format.RmObjects;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.ProjectDetail;
import org.signalbox.project.Projects;
import org.signalbox.rm.RmFields.Field;
import org.signalbox.rm.RmFields.Form;
import org.signalbox.store.Tx;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Projects, and phases, which are projects inside of projects. */
@Component
final class RmProjects {
    private static final String PATH = "/api/v3/projects/";

    private static final Map<String, String> SORTS =
            Map.of("created", "createdAt", "updated", "updatedAt");

    /** What projects can have there and none has here. */
    private static final List<String> NONE = List.of("budget_items", "custom_field_values");

    private static final RmFields PROJECT = fields(text("name", "name"));

    /** The name of a phase is that of its project. */
    private static final RmFields PHASE = fields(text("phase_name", "name"));

    private final Projects projects;
    private final Clients clients;
    private final RmObjects objects;

    RmProjects(Projects projects, Clients clients, RmObjects objects) {
        this.projects = projects;
        this.clients = clients;
        this.objects = objects;
    }

    private static RmFields fields(Field name) {
        return new RmFields(
                name,
                typed("description", "description", Form.MARKED_UP),
                text("project_code", "code"),
                typed("starts_at", "startsOn", Form.DAY),
                typed("ends_at", "endsOn", Form.DAY),
                text("project_state", "certainty"),
                typed("archived", "active", Form.FLAG),
                link("client", "client", "clients"));
    }

    /** What is asked for of a list of projects. */
    static List<Clause> clauses(RmList list) {
        var clauses = new ArrayList<Clause>();
        if (!list.asksFor("with_archived")) {
            clauses.add(new Clause("active", "=", List.of("t")));
        }
        boolean wholly = list.asksFor("strict");
        list.parameter("from")
                .map(from -> List.of(from, ""))
                .ifPresent(
                        on -> clauses.add(new Clause(wholly ? "startsOn" : "endsOn", "<>d", on)));
        list.parameter("to")
                .map(to -> List.of("", to))
                .ifPresent(
                        on -> clauses.add(new Clause(wholly ? "endsOn" : "startsOn", "<>d", on)));
        list.parameter("project_code")
                .ifPresent(code -> clauses.add(new Clause("code", "=", List.of(code))));
        list.parameter("phase_name")
                .ifPresent(name -> clauses.add(new Clause("name", "=", List.of(name))));
        list.parameter("filter_field").ifPresent(field -> clauses.add(byState(list, field)));
        return clauses;
    }

    private static Clause byState(RmList list, String field) {
        if (!field.equals("project_state")) {
            throw new Refusal.BadQuery("filter_field %s is invalid".formatted(field));
        }
        var states = list.parameter("filter_list").orElse("").toLowerCase(Locale.ROOT);
        return new Clause("certainty", "=", List.of(states.split("[,|]", -1)));
    }

    ResponseEntity<ObjectNode> page(Actor actor, RmList list, List<Clause> clauses) {
        var seen = projects.list(actor, list.where(clauses, SORTS));
        return list.answer(
                seen.what().total(), shown(actor, list, seen.what().elements(), seen.rights()));
    }

    /** These, each with what is wanted of it besides. */
    private List<ObjectNode> shown(Actor actor, RmList list, List<Project> found, Rights rights) {
        var wanted = list.fields();
        var phases =
                wanted.contains("children") || wanted.contains("phase_count")
                        ? phases(actor, list, found)
                        : Map.<Long, List<ObjectNode>>of();
        return found.stream()
                .map(project -> {
                    var json = shown(project, rights);
                    embed(json, project, wanted, phases.getOrDefault(project.id(), List.of()));
                    return json;
                })
                .toList();
    }

    private static void embed(
            ObjectNode json, Project project, Set<String> wanted, List<ObjectNode> phases) {
        var path = "%s/projects/%d/".formatted(RmObjects.API, project.id());
        if (wanted.contains("tags")) {
            var tags = RmObjects.tags(project.planning().tags());
            json.set("tags", RmList.embedded(path + "tags", tags));
        }
        if (wanted.contains("children")) {
            json.set("children", RmList.embedded(path + "phases", phases));
        }
        if (wanted.contains("phase_count")) {
            json.put("phase_count", phases.size());
        }
        NONE.stream()
                .filter(wanted::contains)
                .forEach(name -> json.set(name, RmList.embedded(path + name, List.of())));
    }

    /** The phases of these, by the id of the project. */
    private Map<Long, List<ObjectNode>> phases(Actor actor, RmList list, List<Project> of) {
        var ids = of.stream().map(one -> Long.toString(one.id())).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var seen = projects.list(actor, list.whole(List.of(new Clause("parent", "=", ids))));
        var phases = new HashMap<Long, List<ObjectNode>>();
        for (Project phase : seen.what().elements()) {
            var parent = phase.parent();
            if (parent != null) {
                phases.computeIfAbsent(parent.id(), _ -> new ArrayList<>())
                        .add(shown(phase, seen.rights()));
            }
        }
        return phases;
    }

    /** The project, and its phases if they are asked for. */
    List<String> withPhases(Actor actor, long id, RmList list) {
        var ids = new ArrayList<>(List.of(Long.toString(id)));
        if (list.asksFor("with_phases")) {
            var inside = List.of(new Clause("parent", "=", List.of(Long.toString(id))));
            projects.list(actor, list.whole(inside)).what().elements().stream()
                    .map(phase -> Long.toString(phase.id()))
                    .forEach(ids::add);
        }
        return ids;
    }

    ObjectNode show(Actor actor, long id, RmList list) {
        var seen = detail(actor, id);
        return shown(actor, list, List.of(seen.what().project()), seen.rights()).getFirst();
    }

    /** The project, if the actor sees it. */
    Project visible(Actor actor, long id) {
        return detail(actor, id).what().project();
    }

    ObjectNode create(Actor actor, ObjectNode sent, @Nullable Long parent) {
        if (sent.has("archived")) {
            throw RmFields.notAssignable("archived");
        }
        var fields = parent == null ? PROJECT : PHASE;
        return fields.inTheirWords(() ->
                shown(
                        projects.create(
                                actor, tx -> creation(wanted(tx, actor, sent, null), parent))));
    }

    private static ObjectNode creation(ObjectNode wanted, @Nullable Long parent) {
        var body = (parent == null ? PROJECT : PHASE).creation(wanted);
        if (parent != null) {
            RmFields.links(body).putObject("parent").put("href", PATH + parent);
        }
        return body;
    }

    ObjectNode change(Actor actor, long id, ObjectNode sent) {
        var shown = shown(detail(actor, id));
        var fields = shown.path("parent_id").isNull() ? PROJECT : PHASE;
        return fields.inTheirWords(() ->
                shown(
                        projects.change(
                                actor,
                                Long.toString(id),
                                tx -> change(fields, wanted(tx, actor, sent, shown), shown))));
    }

    private static ObjectNode change(RmFields fields, ObjectNode wanted, ObjectNode shown) {
        var body = fields.change(wanted, shown);
        var archived = body.remove("active");
        if (archived != null) {
            body.set("active", negated(archived));
        }
        return body;
    }

    private static JsonNode negated(JsonNode flag) {
        return flag.isBoolean() ? BooleanNode.valueOf(!flag.booleanValue()) : flag;
    }

    private ObjectNode wanted(Tx tx, Actor actor, ObjectNode sent, @Nullable ObjectNode shown) {
        var wanted = sent.deepCopy();
        client(tx, actor, wanted, shown);
        state(wanted);
        return wanted;
    }

    /** There it is a word, here it is somebody, who is made with the project if need be. */
    private void client(Tx tx, Actor actor, ObjectNode wanted, @Nullable ObjectNode shown) {
        var sent = wanted.get("client");
        if (sent == null || sent.isNull()) {
            return;
        }
        if (shown != null && sent.equals(shown.get("client"))) {
            wanted.remove("client");
            return;
        }
        var name = sent.isValueNode() ? sent.asString().strip() : "";
        if (name.isEmpty()) {
            wanted.putNull("client");
            return;
        }
        Client client =
                clients.named(tx, actor, name)
                        .orElseThrow(() ->
                                new Refusal.Invalid("client", "Client is not one that exists."));
        wanted.put("client", client.id());
    }

    private static void state(ObjectNode wanted) {
        JsonNode state = wanted.get("project_state");
        if (state != null && state.isString()) {
            wanted.put("project_state", state.stringValue().toLowerCase(Locale.ROOT));
        }
    }

    void delete(Actor actor, long id) {
        projects.delete(actor, Long.toString(id));
    }

    private ObjectNode shown(Project project, Rights rights) {
        var parent = project.parent();
        return objects.project(project, parent != null && rights.sees(parent.id()));
    }

    private ObjectNode shown(Seen<ProjectDetail> seen) {
        return shown(seen.what().project(), seen.rights());
    }

    private Seen<ProjectDetail> detail(Actor actor, long id) {
        return projects.show(actor, Long.toString(id));
    }
}
