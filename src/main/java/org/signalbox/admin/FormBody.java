package org.signalbox.admin;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the form into what a client of the API would have sent, so that both are checked by the
 * same rules.
 */
final class FormBody {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FormBody() {}

    /** A secret and a header value that were left empty are not sent: what is set stays. */
    static ObjectNode of(WebhookForm form) {
        ObjectNode body = JSON.objectNode();
        body.put("format", form.format());
        body.put("name", form.name());
        body.put("url", form.url());
        body.put("description", form.description());
        body.put("enabled", form.enabled());
        ArrayNode events = body.putArray("events");
        form.events().forEach(events::add);
        if (!form.customEvent().isEmpty()) {
            events.add(form.customEvent());
        }
        body.put("allProjects", form.allProjects());
        if (!form.allProjects()) {
            var links = body.putObject("_links").putArray("projects");
            form.projects().forEach(id -> links.addObject().put("href", "/api/v3/projects/" + id));
        }
        if (form.removed().contains("secret")) {
            body.putNull("secret");
        } else {
            put(body, "secret", form.secret());
        }
        put(body, "signatureScheme", form.options().signatureScheme());
        put(body, "contentMode", form.options().contentMode());
        put(body, "payload", form.options().payload());
        header(body, form);
        put(body, "ordering", form.ordering());
        number(body, "concurrency", form.concurrency());
        number(body, "maxPerSecond", form.maxPerSecond());
        if (!form.aggregation().isEmpty()) { // the form has it for one format only
            number(body, "aggregationMinutes", form.aggregation());
        }
        return body;
    }

    private static void header(ObjectNode body, WebhookForm form) {
        boolean removed = form.removed().contains("header");
        body.put("headerName", removed ? null : orNull(form.headerName()));
        if (removed || (form.headerName().isEmpty() && form.headerValue().isEmpty())) {
            body.putNull("headerValue");
        } else if (!form.headerValue().isEmpty()) {
            body.put("headerValue", form.headerValue());
        }
    }

    /** What the form did not show stays as it is. */
    private static void put(ObjectNode body, String name, String text) {
        if (!text.isEmpty()) {
            body.put(name, text);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What is no number is sent as it is, and refused as the API refuses it. */
    private static void number(ObjectNode body, String name, String text) {
        if (text.isEmpty()) {
            body.putNull(name);
        } else if (text.matches("-?\\d{1,9}")) {
            body.put(name, Integer.parseInt(text));
        } else {
            body.put(name, text);
        }
    }
}
