package org.signalbox.category;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3")
final class CategoryResource implements Described {

    private final Categories categories;

    CategoryResource(Categories categories) {
        this.categories = categories;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                CategoryHal.CATEGORY.shape().links("self", "updateImmediately", "delete"),
                CategoryHal.CATEGORY.writeShape());
    }

    @Endpoint(value = "List the categories of a project", answer = "Category", of = Endpoint.Of.ALL)
    @GetMapping({"/projects/{key}/categories", "/workspaces/{key}/categories"})
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing, @PathVariable String key) {
        var seen = categories.of(actor, key);
        var elements =
                seen.what().stream()
                        .map(category -> CategoryHal.of(category, seen.rights()))
                        .toList();
        return Answers.ok(Listing.whole(listing.path(), elements));
    }

    @Endpoint(value = "Create a category", answer = "Category", status = 201)
    @PostMapping({"/projects/{key}/categories", "/workspaces/{key}/categories"})
    ResponseEntity<ObjectNode> create(Actor actor, @PathVariable String key, Body body) {
        return Answers.created(document(categories.create(actor, key, body.json())));
    }

    @Endpoint(value = "Read a category", answer = "Category")
    @GetMapping("/categories/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(document(categories.show(actor, id)));
    }

    @Endpoint(value = "Change a category", answer = "Category")
    @PatchMapping("/categories/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(document(categories.change(actor, id, body.json())));
    }

    @Endpoint(value = "Delete a category", status = 204)
    @DeleteMapping("/categories/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        categories.delete(actor, id);
        return Answers.noContent();
    }

    private static Document document(Seen<Category> seen) {
        return CategoryHal.of(seen.what(), seen.rights());
    }
}
