package org.signalbox.hal;

import java.util.List;

/** One filter as a client asked for it. */
public record Clause(String name, String operator, List<String> values) {

    String only() {
        if (values.size() != 1) {
            throw invalid();
        }
        return values.getFirst();
    }

    Refusal.BadQuery invalid() {
        return new Refusal.BadQuery("Filters %s has invalid values.".formatted(name));
    }

    Refusal.BadQuery unknownOperator() {
        return new Refusal.BadQuery(
                "Filters %s does not support the operator '%s'.".formatted(name, operator));
    }
}
