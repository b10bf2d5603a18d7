package org.signalbox.spec;

import java.util.regex.Pattern;
import org.signalbox.hal.Endpoint;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
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
        var document = json.treeToValue(description.json(), Object.class);
        return ResponseEntity.ok()
                .contentType(YAML)
                .cacheControl(CacheControl.noCache())
                .body(writer().dump(document));
    }

    /** Its writers are for one use. */
    private static Yaml writer() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        var limits = new LoaderOptions();
        return new Yaml(
                new SafeConstructor(limits),
                new Representer(options),
                options,
                limits,
                new Quoting());
    }

    /** Quotes a bare equals sign, too: it is more than text to some readers of YAML 1.1. */
    private static final class Quoting extends Resolver {
        private static final Tag VALUE = new Tag(Tag.PREFIX + "value");

        @Override
        protected void addImplicitResolvers() {
            super.addImplicitResolvers();
            addImplicitResolver(VALUE, Pattern.compile("="), "=");
        }
    }
}
