package org.signalbox.rm;

import static org.signalbox.format.RmObjects.API;

import org.signalbox.account.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(API + "/webhooks")
final class RmWebhookResource {
    private final RmWebhooks webhooks;

    RmWebhookResource(RmWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, RmList list) {
        var all = webhooks.all(actor);
        var page = all.stream().skip(list.skip()).limit(list.perPage()).toList();
        return list.answer(all.size(), page);
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, RmBody body) {
        return RmList.ok(webhooks.create(actor, body.sent()));
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return RmList.ok(webhooks.show(actor, id));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor actor, @PathVariable long id) {
        webhooks.delete(actor, id);
        return RmList.nothing();
    }
}
