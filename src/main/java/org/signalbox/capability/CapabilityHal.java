package org.signalbox.capability;

import org.signalbox.account.Action;
import org.signalbox.account.PrincipalHal;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import tools.jackson.databind.node.JsonNodeFactory;

/** Actions and capabilities in the API. */
final class CapabilityHal {
    static final String ACTIONS = "/api/v3/actions";
    static final String CAPABILITIES = "/api/v3/capabilities";
    static final String GLOBAL = CAPABILITIES + "/context/global";

    private CapabilityHal() {}

    static Document document(Action action) {
        return new Document("Action")
                .put("id", action.id())
                .put("name", action.name())
                .put("modules", JsonNodeFactory.instance.arrayNode().add(action.module()))
                .link("self", link(action.id()));
    }

    static Document document(Capability capability) {
        var project = capability.project();
        return new Document("Capability")
                .put("id", capability.id())
                .link("self", Link.to(CAPABILITIES + "/" + capability.id()))
                .link("action", link(capability.action()))
                .link(
                        "context",
                        project == null
                                ? Link.to(GLOBAL, "Global")
                                : Link.to("/api/v3/projects/" + project.id(), project.title()))
                .link("principal", PrincipalHal.link(capability.principal()));
    }

    static Document global() {
        return new Document("CapabilityContext::Global")
                .put("id", "global")
                .link("self", Link.to(GLOBAL));
    }

    private static Link link(String action) {
        Link link = Link.to(ACTIONS + "/" + action);
        return Action.find(action).map(known -> link.titled(known.name())).orElse(link);
    }
}
