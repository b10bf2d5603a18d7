package org.signalbox.hal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A HAL link: where to, and how. */
public record Link(
        @Nullable String href,
        @Nullable String title,
        @Nullable String method,
        boolean templated,
        @Nullable String type,
        @Nullable ObjectNode payload) {

    /** Stands for a resource that who asks may not see. */
    public static final String UNDISCLOSED = "urn:openproject-org:api:v3:undisclosed";

    private static final Pattern HOST = Pattern.compile("^https?://[^/]+");

    /** What clients sent of an address, without the host that some write before the path. */
    public static String path(String href) {
        return HOST.matcher(href).replaceFirst("");
    }

    public static Link to(String href) {
        return new Link(href, null, null, false, null, null);
    }

    public static Link to(String href, String title) {
        return new Link(href, title, null, false, null, null);
    }

    /** An action: {@code method} is lower-case. */
    public static Link action(String href, String method) {
        return new Link(href, null, method, false, null, null);
    }

    /** The address of a list with these filters. */
    public static String filtered(String path, String filters) {
        return path + "?filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8);
    }

    public static Link template(String href) {
        return new Link(href, null, null, true, null, null);
    }

    /** No resource. */
    public static Link none() {
        return new Link(null, null, null, false, null, null);
    }

    /** A resource that who asks may not see. */
    public static Link undisclosed() {
        return to(UNDISCLOSED, "Undisclosed");
    }

    public Link titled(String title) {
        return new Link(href, title, method, templated, type, payload);
    }

    /** A target that is no HAL document. */
    public Link ofType(String mediaType) {
        return new Link(href, title, method, templated, mediaType, payload);
    }

    /** An action whose body links to this resource. */
    public Link sending(String relation, String target) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject(relation).put("href", target);
        return new Link(href, title, method, templated, type, body);
    }

    /** Its address has variables to be filled in. */
    public Link asTemplate() {
        return new Link(href, title, method, true, type, payload);
    }

    /** The link as it looks. */
    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("href", href);
        if (type != null) {
            json.put("type", type);
        }
        if (title != null) {
            json.put("title", title);
        }
        if (templated) {
            json.put("templated", true);
        }
        if (method != null) {
            json.put("method", method);
        }
        if (payload != null) {
            json.set("payload", payload);
        }
        return json;
    }
}
