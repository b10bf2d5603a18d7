package org.signalbox.workpackage;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The words for work packages, for whoever may see work packages somewhere. */
@RestController
@RequestMapping("/api/v3")
final class VocabularyResource implements Described {

    private final Database database;
    private final VocabularyStore store;
    private final Access access;
    private final Projects projects;

    VocabularyResource(Database database, VocabularyStore store, Access access, Projects projects) {
        this.database = database;
        this.store = store;
        this.access = access;
        this.projects = projects;
    }

    @Override
    public List<Shape> shapes() {
        return VocabularyHal.shapes();
    }

    @Endpoint(value = "List types of work packages", answer = "Type", of = Endpoint.Of.ALL)
    @GetMapping("/types")
    ResponseEntity<ObjectNode> types(Actor actor) {
        return list("/api/v3/types", words(actor, "types", store::types), VocabularyHal::of);
    }

    @Endpoint(value = "Read a type", answer = "Type")
    @GetMapping("/types/{id}")
    ResponseEntity<ObjectNode> type(Actor actor, @PathVariable long id) {
        var types = words(actor, "types", store::types);
        return one(types, type -> type.id() == id, VocabularyHal::of);
    }

    @Endpoint(value = "List the types of a project", answer = "Type", of = Endpoint.Of.ALL)
    @GetMapping({"/projects/{key}/types", "/workspaces/{key}/types"})
    ResponseEntity<ObjectNode> typesOfProject(Actor actor, @PathVariable String key) {
        var types =
                database.read(view -> {
                    var project = projects.visible(view, actor, key);
                    access.require(view, actor, Permission.VIEW_WORK_PACKAGES, project.id());
                    return store.types(view);
                });
        return list("/api/v3/projects/" + key + "/types", types, VocabularyHal::of);
    }

    @Endpoint(value = "List statuses", answer = "Status", of = Endpoint.Of.ALL)
    @GetMapping("/statuses")
    ResponseEntity<ObjectNode> statuses(Actor actor) {
        var statuses = words(actor, "statuses", store::statuses);
        return list("/api/v3/statuses", statuses, VocabularyHal::of);
    }

    @Endpoint(value = "Read a status", answer = "Status")
    @GetMapping("/statuses/{id}")
    ResponseEntity<ObjectNode> status(Actor actor, @PathVariable long id) {
        var statuses = words(actor, "statuses", store::statuses);
        return one(statuses, status -> status.id() == id, VocabularyHal::of);
    }

    @Endpoint(value = "List priorities", answer = "Priority", of = Endpoint.Of.ALL)
    @GetMapping("/priorities")
    ResponseEntity<ObjectNode> priorities(Actor actor) {
        var priorities = words(actor, "priorities", store::priorities);
        return list("/api/v3/priorities", priorities, VocabularyHal::of);
    }

    @Endpoint(value = "Read a priority", answer = "Priority")
    @GetMapping("/priorities/{id}")
    ResponseEntity<ObjectNode> priority(Actor actor, @PathVariable long id) {
        var priorities = words(actor, "priorities", store::priorities);
        return one(priorities, priority -> priority.id() == id, VocabularyHal::of);
    }

    private <T> List<T> words(Actor actor, String what, Function<View, List<T>> query) {
        return database.read(view -> {
            if (!access.maySomewhere(view, actor, Permission.VIEW_WORK_PACKAGES)) {
                throw new Refusal.Forbidden("You are not allowed to see the %s.".formatted(what));
            }
            return query.apply(view);
        });
    }

    private static <T> ResponseEntity<ObjectNode> list(
            String path, List<T> words, Function<T, Document> hal) {
        return Answers.ok(Listing.whole(path, words.stream().map(hal).toList()));
    }

    private static <T> ResponseEntity<ObjectNode> one(
            List<T> words, Predicate<T> wanted, Function<T, Document> hal) {
        var word = words.stream().filter(wanted).findFirst().orElseThrow(Refusal.NotFound::new);
        return Answers.ok(hal.apply(word));
    }
}
