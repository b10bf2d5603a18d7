package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import org.signalbox.oauth.OAuthTokens;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells programs that were refused by the API where they can get a token (RFC 9728). */
@RestController
final class ProtectedResource {
    static final String PATH = "/.well-known/oauth-protected-resource";

    private final PublicUrl publicUrl;

    ProtectedResource(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode show(HttpServletRequest request) {
        String base = publicUrl.of(request);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("resource", base + "/api/v3");
        document.putArray("authorization_servers").add(base);
        document.putArray("scopes_supported").add(OAuthTokens.SCOPE);
        document.putArray("bearer_methods_supported").add("header");
        document.put("resource_name", "Signalbox API v3");
        return document;
    }
}
