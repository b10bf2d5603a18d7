package org.signalbox.query;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Sort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Filters, order and columns as the parameters of a list write them; stored like that, too. */
final class QueryText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QueryText() {}

    static String filters(List<Clause> filters) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (Clause clause : filters) {
            var condition = array.addObject().putObject(clause.name());
            var values = condition.put("operator", clause.operator()).putArray("values");
            clause.values().forEach(values::add);
        }
        return array.toString();
    }

    static List<Clause> filters(String text) {
        var filters = new ArrayList<Clause>();
        for (JsonNode filter : JSON.readTree(text)) {
            filter.forEachEntry((name, condition) ->
                    filters.add(
                            new Clause(
                                    name,
                                    condition.path("operator").asString(),
                                    strings(condition.path("values")))));
        }
        return filters;
    }

    static String order(List<Sort.Key> order) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (Sort.Key key : order) {
            array.addArray().add(key.name()).add(key.descending() ? "desc" : "asc");
        }
        return array.toString();
    }

    static List<Sort.Key> order(String text) {
        var order = new ArrayList<Sort.Key>();
        for (JsonNode pair : JSON.readTree(text)) {
            order.add(
                    new Sort.Key(pair.path(0).asString(), pair.path(1).asString().equals("desc")));
        }
        return order;
    }

    static String columns(List<String> columns) {
        var array = JsonNodeFactory.instance.arrayNode();
        columns.forEach(array::add);
        return array.toString();
    }

    static List<String> columns(String text) {
        return strings(JSON.readTree(text));
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(value -> strings.add(value.asString()));
        return strings;
    }
}
