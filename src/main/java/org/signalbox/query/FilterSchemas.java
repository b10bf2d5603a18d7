package org.signalbox.query;

import java.util.List;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.workpackage.WorkPackageLists;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** For each filter, which operators it takes and of what its values are. */
final class FilterSchemas {

    private static final String PATH = QueryParts.PATH + "filter_instance_schemas";

    private FilterSchemas() {}

    static List<Document> all() {
        return WorkPackageLists.filters().stream().map(FilterSchemas::of).toList();
    }

    static Document of(String filter) {
        var kind = FilterKind.of(filter);
        var dependencies = JsonNodeFactory.instance.arrayNode();
        var dependency =
                dependencies.addObject().put("_type", "SchemaDependency").put("on", "operator");
        var byOperator = dependency.putObject("dependencies");
        for (String operator : kind.operators()) {
            var parts = byOperator.putObject(QueryParts.operatorHref(operator));
            if (Operators.takesValues(operator)) {
                parts.set("values", attribute("[]" + kind.type(), "Values"));
            }
        }
        var name = attribute("String", "Name").put("hasDefault", true).put("writable", false);
        return new Document("QueryFilterInstanceSchema")
                .put("_dependencies", dependencies)
                .put("name", name)
                .put(
                        "filter",
                        chosen("QueryFilter", "Filter", List.of(QueryParts.filterLink(filter))))
                .put(
                        "operator",
                        chosen(
                                "QueryOperator",
                                "Operator",
                                kind.operators().stream().map(QueryParts::operatorLink).toList()))
                .link("self", Link.to(PATH + "/" + filter))
                .link("filter", QueryParts.filterLink(filter));
    }

    private static ObjectNode attribute(String type, String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("name", name)
                .put("required", true)
                .put("hasDefault", false)
                .put("writable", true);
    }

    private static ObjectNode chosen(String type, String name, List<Link> from) {
        var attribute = attribute(type, name).put("location", "_links");
        var allowed = attribute.putObject("_links").putArray("allowedValues");
        from.forEach(link -> allowed.add(link.json()));
        return attribute;
    }
}
