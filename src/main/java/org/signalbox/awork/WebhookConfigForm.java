package org.signalbox.awork;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.SentAs;
import org.signalbox.hal.Refusal;
import org.signalbox.sender.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client of awork wrote, as the write of API v3 that means the same.
 *
 * @param known the header that the webhook has already, whose value clients never see
 */
record WebhookConfigForm(ObjectNode sent, @Nullable Header known, List<Refusal> problems) {
    private static final String NAME = "name";
    private static final String URI = "uri";
    private static final String EVENTS = "events";
    private static final String LANGUAGE = "language";
    private static final String ACTIVE = "isActive";
    private static final String AUTHENTICATION = "authentication";
    private static final String AUTHENTICATION_TYPE = "authenticationType";
    private static final String MAIN_ENTITY = "onlyTriggerForMainEntityChanges";

    private static final Set<String> PROPERTIES =
            Set.of(
                    NAME,
                    URI,
                    EVENTS,
                    LANGUAGE,
                    ACTIVE,
                    AUTHENTICATION,
                    AUTHENTICATION_TYPE,
                    MAIN_ENTITY);

    WebhookConfigForm(ObjectNode sent, @Nullable Header known) {
        this(sent, known, new ArrayList<>());
    }

    /** How a header stands in {@code authentication}; its value is never given out. */
    static String authentication(Header header) {
        return header.name() + "=" + SentAs.MASK;
    }

    boolean isActive() {
        return sent.path(ACTIVE).asBoolean(false);
    }

    String name() {
        return sent.path(NAME).asString("");
    }

    @Nullable String language() {
        return isMissing(LANGUAGE) ? null : sent.path(LANGUAGE).asString("");
    }

    /**
     * @throws Refusal if something is missing, of another kind, or unknown to awork
     */
    ObjectNode write() {
        var write = JsonNodeFactory.instance.objectNode();
        write.put("format", WebhookIds.FORMAT);
        copy(NAME, write, "name");
        copy(URI, write, "url");
        write.set("events", events());
        write.put("enabled", flag(ACTIVE));
        write.put(MAIN_ENTITY, !isMissing(MAIN_ENTITY) && flag(MAIN_ENTITY));
        authentication(write);
        if (!isMissing(LANGUAGE)) {
            text(LANGUAGE);
        }
        sent.propertyNames().stream()
                .filter(name -> !PROPERTIES.contains(name))
                .forEach(name -> refuse(name, "There is no such property."));
        if (!problems.isEmpty()) {
            throw problems.size() == 1 ? problems.getFirst() : new Refusal.Several(problems);
        }
        return write;
    }

    private boolean isMissing(String name) {
        JsonNode value = sent.path(name);
        return value.isMissingNode() || value.isNull();
    }

    private void copy(String name, ObjectNode write, String as) {
        write.put(as, text(name));
    }

    /** The text of something that has to be sent. */
    private String text(String name) {
        JsonNode value = sent.path(name);
        if (isMissing(name)) {
            refuse(name, "This has to be sent.");
        } else if (!value.isString()) {
            refuse(name, "A text is expected.");
        }
        return value.asString("");
    }

    private boolean flag(String name) {
        JsonNode value = sent.path(name);
        if (isMissing(name)) {
            refuse(name, "This has to be sent.");
        } else if (!value.isBoolean()) {
            refuse(name, "True or false is expected.");
        }
        return value.asBoolean(false);
    }

    /**
     * One text with commas. Some write the names with hyphens, as awork's documentation once does.
     */
    private ArrayNode events() {
        var events = JsonNodeFactory.instance.arrayNode();
        Stream.of(text(EVENTS).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.replace('-', '_'))
                .forEach(events::add);
        return events;
    }

    private void authentication(ObjectNode write) {
        switch (text(AUTHENTICATION_TYPE)) {
            case "none" -> {
                write.putNull("headerName");
                write.putNull("headerValue");
            }
            case "header" -> header(write);
            case String other -> {
                if (!other.isEmpty()) {
                    refuse(AUTHENTICATION_TYPE, "This must be none or header.");
                }
            }
        }
    }

    private void header(ObjectNode write) {
        String pair = text(AUTHENTICATION);
        int equals = pair.indexOf('=');
        if (equals < 1 || equals == pair.length() - 1) {
            refuse(AUTHENTICATION, "This must be headername=headervalue.");
            return;
        }
        if (known != null && pair.equals(authentication(known))) {
            return;
        }
        write.put("headerName", pair.substring(0, equals).strip());
        write.put("headerValue", pair.substring(equals + 1).strip());
    }

    private void refuse(String name, String why) {
        boolean told =
                problems.stream()
                        .anyMatch(problem ->
                                problem instanceof Refusal.Invalid invalid
                                        && invalid.attribute().equals(name));
        if (!told) {
            problems.add(new Refusal.Invalid(name, why));
        }
    }
}
