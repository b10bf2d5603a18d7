package org.signalbox.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Sort;
import org.signalbox.workpackage.WorkPackageLists;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Columns, sort keys, filters and operators as resources of the API. */
final class QueryParts {

    static final String PATH = "/api/v3/queries/";

    private static final String DIRECTION = "urn:openproject-org:api:v3:queries:directions:";

    private QueryParts() {}

    static Document column(String name) {
        return new Document("QueryColumn::Property")
                .put("id", name)
                .put("name", WorkPackageLists.title(name))
                .link("self", columnLink(name));
    }

    static Link columnLink(String name) {
        return Link.to(PATH + "columns/" + name, WorkPackageLists.title(name));
    }

    static Document grouping(String name) {
        String title = WorkPackageLists.title(name);
        return new Document("QueryGroupBy")
                .put("id", name)
                .put("name", title)
                .link("self", Link.to(PATH + "group_bys/" + name, title));
    }

    static List<Document> groupings() {
        return WorkPackageLists.groupings().stream().map(QueryParts::grouping).toList();
    }

    static Document sort(Sort.Key key) {
        return new Document("QuerySortBy")
                .put("id", word(key))
                .put("name", title(key))
                .link("self", Link.to(PATH + "sort_bys/" + word(key), title(key)))
                .link("column", columnLink(key.name()))
                .link("direction", Link.to(DIRECTION + direction(key), directionTitle(key)));
    }

    /** Both directions of all sort keys. */
    static List<Document> sorts() {
        var all = new ArrayList<Document>();
        for (String name : WorkPackageLists.sorts()) {
            all.add(sort(new Sort.Key(name, false)));
            all.add(sort(new Sort.Key(name, true)));
        }
        return all;
    }

    static String word(Sort.Key key) {
        return key.name() + "-" + direction(key);
    }

    static String title(Sort.Key key) {
        return "%s (%s)".formatted(WorkPackageLists.title(key.name()), directionTitle(key));
    }

    /** The key that is written so; null if it has no direction. */
    static Sort.@Nullable Key key(String word) {
        int dash = word.lastIndexOf('-');
        if (dash < 1) {
            return null;
        }
        var name = word.substring(0, dash);
        return switch (word.substring(dash + 1)) {
            case "asc" -> new Sort.Key(name, false);
            case "desc" -> new Sort.Key(name, true);
            default -> null;
        };
    }

    static Document filter(String name) {
        return new Document("QueryFilter").put("id", name).link("self", filterLink(name));
    }

    static Link filterLink(String name) {
        return Link.to(PATH + "filters/" + name, WorkPackageLists.title(name));
    }

    static Optional<Document> operator(String sign) {
        var title = Operators.title(sign);
        return title == null
                ? Optional.empty()
                : Optional.of(
                        new Document("QueryOperator")
                                .put("id", sign)
                                .put("name", title)
                                .link("self", operatorLink(sign)));
    }

    static Link operatorLink(String sign) {
        var title = Operators.title(sign);
        return Link.to(operatorHref(sign), title == null ? sign : title);
    }

    /** Only what no path may contain is escaped. */
    static String operatorHref(String sign) {
        return PATH + "operators/" + sign.replace("<", "%3C").replace(">", "%3E");
    }

    /** A filter with its operator and values, inside a query. */
    static ObjectNode json(Clause clause) {
        var kind = FilterKind.of(clause.name());
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("_type", capitalized(clause.name()) + "QueryFilter")
                        .put("name", WorkPackageLists.title(clause.name()));
        var values = JsonNodeFactory.instance.arrayNode();
        for (String value : clause.values()) {
            if (kind.linked()) {
                values.add(Link.to(kind.href(value)).json());
            } else {
                values.add(value);
            }
        }
        if (!kind.linked()) {
            json.set("values", values);
        }
        var links = json.putObject("_links");
        links.set("schema", Link.to(PATH + "filter_instance_schemas/" + clause.name()).json());
        links.set("filter", filterLink(clause.name()).json());
        links.set("operator", operatorLink(clause.operator()).json());
        if (kind.linked()) {
            links.set("values", values);
        }
        return json;
    }

    /** What a client wrote of a filter; null if it is none. */
    static @Nullable Clause clause(JsonNode json) {
        var links = json.path("_links");
        var filter = target(links.path("filter"), "filters/");
        var operator = target(links.path("operator"), "operators/");
        if (filter == null || operator == null) {
            return null;
        }
        var values = new ArrayList<String>();
        for (JsonNode sent : links.has("values") ? links.path("values") : json.path("values")) {
            var value = value(sent);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        var name = WorkPackageLists.filter(filter).orElse(filter);
        return new Clause(name, operator, List.copyOf(values));
    }

    private static @Nullable String value(JsonNode sent) {
        if (sent.isObject()) {
            var href = sent.path("href");
            return href.isString()
                    ? href.stringValue().substring(href.stringValue().lastIndexOf('/') + 1)
                    : null;
        }
        return sent.isValueNode() && !sent.isNull() ? sent.asString() : null;
    }

    private static @Nullable String target(JsonNode link, String collection) {
        var href = Link.path(link.path("href").asString(""));
        var path = PATH + collection;
        return href.startsWith(path) ? decoded(href.substring(path.length())) : null;
    }

    private static @Nullable String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String direction(Sort.Key key) {
        return key.descending() ? "desc" : "asc";
    }

    private static String directionTitle(Sort.Key key) {
        return key.descending() ? "Descending" : "Ascending";
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
