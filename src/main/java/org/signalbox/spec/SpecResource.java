package org.signalbox.spec;

import org.signalbox.hal.Endpoint;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives out the API's description. */
@RestController
@RequestMapping("/api/v3")
final class SpecResource {

    private static final MediaType YAML = MediaType.parseMediaType("text/vnd.yaml;charset=utf-8");

    private final ApiDescription description;
    private final JsonMapper json;

    SpecResource(ApiDescription description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @Endpoint(value = "This description", gives = "application/json")
    @GetMapping({"/spec.json", "/openapi.json"})
    ResponseEntity<ObjectNode> json() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(description.json());
    }

    @Endpoint(value = "This description as YAML", gives = "text/vnd.yaml")
    @GetMapping("/spec.yml")
    ResponseEntity<String> yaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        var document = json.treeToValue(description.json(), Object.class);
        return ResponseEntity.ok()
                .contentType(YAML)
                .cacheControl(CacheControl.noCache())
                .body(new Yaml(options).dump(document));
    }
}
