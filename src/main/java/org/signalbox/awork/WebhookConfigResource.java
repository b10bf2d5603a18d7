package org.signalbox.awork;

import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.hal.Body;
import org.signalbox.hal.PageLimit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Webhooks as clients of awork manage them. */
@RestController
@RequestMapping("/awork/api/v1/webhooks")
final class WebhookConfigResource {
    private final WebhookConfigs configs;
    private final WebhookLogs logs;
    private final PageLimit limit;

    WebhookConfigResource(WebhookConfigs configs, WebhookLogs logs, PageLimit limit) {
        this.configs = configs;
        this.logs = logs;
        this.limit = limit;
    }

    @GetMapping
    ResponseEntity<JsonNode> list(Actor actor, @RequestParam Map<String, String> query) {
        return page(
                configs.list(
                        actor,
                        ListWish.of(query, WebhookConfigs.PROPERTIES),
                        Paging.of(query, limit)));
    }

    @PostMapping
    ResponseEntity<JsonNode> create(Actor actor, Body body) {
        return ok(configs.create(actor, body.json()));
    }

    @GetMapping("/{id}")
    ResponseEntity<JsonNode> show(Actor actor, @PathVariable String id) {
        return ok(configs.show(actor, id));
    }

    @PutMapping("/{id}")
    ResponseEntity<JsonNode> change(Actor actor, @PathVariable String id, Body body) {
        return ok(configs.change(actor, id, body.json()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<JsonNode> delete(Actor actor, @PathVariable String id) {
        configs.delete(actor, id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/logs")
    ResponseEntity<JsonNode> logs(
            Actor actor, @PathVariable String id, @RequestParam Map<String, String> query) {
        ListWish.refuse(query);
        return page(logs.list(actor, id, Paging.of(query, limit)));
    }

    /** For everybody who is known. */
    @GetMapping("/eventtypes")
    ResponseEntity<JsonNode> eventTypes(Actor actor) {
        return ok(configs.eventTypes());
    }

    /** Nothing is sent in the form that Slack reads, so there is nothing to subscribe to. */
    @GetMapping("/eventtypes/slack")
    ResponseEntity<JsonNode> slackEventTypes(Actor actor) {
        return ok(JsonNodeFactory.instance.arrayNode());
    }

    private static ResponseEntity<JsonNode> ok(JsonNode json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    private static ResponseEntity<JsonNode> page(Paging.Page page) {
        return ResponseEntity.ok()
                .header("aw-page", String.valueOf(page.paging().page()))
                .header("aw-pagesize", String.valueOf(page.paging().size()))
                .header("aw-items", String.valueOf(page.items().size()))
                .header("aw-totalitems", String.valueOf(page.total()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(page.items());
    }
}
