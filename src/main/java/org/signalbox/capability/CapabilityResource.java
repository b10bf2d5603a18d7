package org.signalbox.capability;

import java.util.List;
import java.util.Map;
import org.signalbox.account.Action;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Terms;
import org.signalbox.hal.Types;
import org.signalbox.store.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who may do what: everybody asks about themselves and those they know, in the projects they see.
 */
@RestController
@RequestMapping("/api/v3")
final class CapabilityResource implements Described {
    private final Database database;
    private final CapabilityStore store;

    CapabilityResource(Database database, CapabilityStore store) {
        this.database = database;
        this.store = store;
    }

    @Override
    public List<Shape> shapes() {
        var sample =
                new Capability(
                        Action.ALL.getFirst().id(),
                        new Reference(3, "System admin guide"),
                        new Reference(5, "Ana Lima"));
        return List.of(
                Shape.of("Action")
                        .property("id", Types.STRING)
                        .property("name", Types.STRING)
                        .property("modules", Types.STRINGS)
                        .links("self")
                        .example(CapabilityHal.document(Action.ALL.getFirst())),
                Shape.of("Capability")
                        .property("id", Types.STRING)
                        .links("self", "action", "context", "principal")
                        .example(CapabilityHal.document(sample)),
                Shape.of("GlobalContext", "CapabilityContext::Global")
                        .property("id", Types.STRING)
                        .links("self")
                        .example(CapabilityHal.global()));
    }

    @Endpoint(value = "List actions", answer = "Action", of = Endpoint.Of.PAGE, filters = "id")
    @GetMapping("/actions")
    ResponseEntity<ObjectNode> actions(Actor actor, Listing listing) {
        Map<String, Terms> filters = listing.terms(actor.user().id(), "id");
        Terms id = filters.get("id");
        List<Action> wanted =
                Action.ALL.stream().filter(action -> id == null || matches(id, action)).toList();
        List<Document> page =
                wanted.stream()
                        .skip(listing.skip())
                        .limit(listing.pageSize())
                        .map(CapabilityHal::document)
                        .toList();
        return Answers.ok(listing.collection(wanted.size(), page));
    }

    @Endpoint(value = "Read an action", answer = "Action")
    @GetMapping("/actions/{module}/{name}")
    ResponseEntity<ObjectNode> action(
            Actor actor, @PathVariable String module, @PathVariable String name) {
        Action action = Action.find(module + "/" + name).orElseThrow(Refusal.NotFound::new);
        return Answers.ok(CapabilityHal.document(action));
    }

    @Endpoint(
            value = "List who may do what, where",
            answer = "Capability",
            of = Endpoint.Of.PAGE,
            filters = {"principal", "context", "action"},
            sorts = "id")
    @GetMapping("/capabilities")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        CapabilityQuery query = CapabilityQuery.of(listing, actor.user().id());
        boolean descending = listing.descending("id");
        var found =
                database.read(view ->
                        store.list(
                                view,
                                actor,
                                query,
                                descending,
                                listing.pageSize(),
                                listing.skip()));
        List<Document> page = found.elements().stream().map(CapabilityHal::document).toList();
        return Answers.ok(listing.collection(found.total(), page));
    }

    @Endpoint(value = "The context of what is allowed everywhere", answer = "GlobalContext")
    @GetMapping("/capabilities/context/global")
    ResponseEntity<ObjectNode> global(Actor actor) {
        return Answers.ok(CapabilityHal.global());
    }

    @Endpoint(value = "Read a capability", answer = "Capability")
    @GetMapping("/capabilities/{module}/{name}/{context}-{principal}")
    ResponseEntity<ObjectNode> show(
            Actor actor,
            @PathVariable String module,
            @PathVariable String name,
            @PathVariable String context,
            @PathVariable long principal) {
        CapabilityQuery query = CapabilityQuery.of(module + "/" + name, context, principal);
        return Answers.ok(
                database
                        .read(view -> store.list(view, actor, query, false, 1, 0))
                        .elements()
                        .stream()
                        .findFirst()
                        .map(CapabilityHal::document)
                        .orElseThrow(Refusal.NotFound::new));
    }

    private static boolean matches(Terms terms, Action action) {
        if (!terms.hasValues()) {
            throw terms.invalid();
        }
        return switch (terms.operator()) {
            case "=" -> terms.values().contains(action.id());
            case "!" -> !terms.values().contains(action.id());
            default -> throw terms.unknownOperator();
        };
    }
}
