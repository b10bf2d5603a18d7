package org.signalbox.hal;

import tools.jackson.databind.node.ObjectNode;

/** The JSON object that a client sent; empty if it sent no body. A parameter of controllers. */
public record Body(ObjectNode json) {

    /** The same with this link, whatever was sent for it; for what the path says already. */
    public Body linkedTo(String relation, String href) {
        var copy = json.deepCopy();
        var links = copy.get("_links") instanceof ObjectNode sent ? sent : copy.putObject("_links");
        links.putObject(relation).put("href", href);
        return new Body(copy);
    }
}
