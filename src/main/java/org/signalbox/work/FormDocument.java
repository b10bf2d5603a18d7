package org.signalbox.work;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.hal.Document;
import tools.jackson.databind.JsonNode;

/** What a form of the API says: what may be written, and out of what it is to be chosen. */
record FormDocument(JsonNode json) {

    static FormDocument of(Document form) {
        return new FormDocument(form.json());
    }

    /** Whether the one who asks may write this attribute. */
    boolean allows(String attribute) {
        return schema(attribute).path("writable").asBoolean(false);
    }

    /** The resources to choose from. */
    List<Option> options(String attribute) {
        List<Option> options = new ArrayList<>();
        for (JsonNode one : values(attribute)) {
            options.add(
                    new Option(
                            one.path("_links").path("self").path("href").asString(""),
                            one.path("name").asString("")));
        }
        return options;
    }

    /** Whether the resource at that address is one of those for which the flag is set. */
    boolean isSet(String attribute, String href, String flag) {
        for (JsonNode one : values(attribute)) {
            if (one.path("_links").path("self").path("href").asString("").equals(href)) {
                return one.path(flag).asBoolean(false);
            }
        }
        return false;
    }

    /** The link that stands in the form, as the default of a new resource. */
    String link(String attribute) {
        return json.path("_embedded")
                .path("payload")
                .path("_links")
                .path(attribute)
                .path("href")
                .asString("");
    }

    private JsonNode values(String attribute) {
        return schema(attribute).path("_embedded").path("allowedValues");
    }

    private JsonNode schema(String attribute) {
        return json.path("_embedded").path("schema").path(attribute);
    }
}
