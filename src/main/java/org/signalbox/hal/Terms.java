package org.signalbox.hal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** One filter of a request while it becomes SQL: what was asked, by whom, and when. */
public final class Terms {

    private final Clause clause;
    private final long me;
    private final Instant now;
    private final Map<String, Object> parameters;

    Terms(Clause clause, long me, Instant now, Map<String, Object> parameters) {
        this.clause = clause;
        this.me = me;
        this.now = now;
        this.parameters = parameters;
    }

    public String operator() {
        return clause.operator();
    }

    /** Refuses every operator but these; to be asked before the values are. */
    public void requireOperator(String... known) {
        if (!List.of(known).contains(operator())) {
            throw unknownOperator();
        }
    }

    /** The same with another operator. */
    public Terms as(String operator) {
        return new Terms(new Clause(clause.name(), operator, clause.values()), me, now, parameters);
    }

    public List<String> values() {
        return clause.values();
    }

    /** The value, where there has to be exactly one. */
    public String value() {
        return clause.only();
    }

    public boolean hasValues() {
        return !clause.values().isEmpty();
    }

    /** The values as numbers of resources, at least one. */
    public List<Long> ids() {
        if (!hasValues()) {
            throw invalid();
        }
        try {
            return clause.values().stream().map(Long::valueOf).toList();
        } catch (NumberFormatException _) {
            throw invalid();
        }
    }

    /** The same, where {@code me} stands for who asks. */
    public List<Long> people() {
        return new Terms(
                        new Clause(
                                clause.name(),
                                clause.operator(),
                                clause.values().stream()
                                        .map(value ->
                                                value.equals("me") ? Long.toString(me) : value)
                                        .toList()),
                        me,
                        now,
                        parameters)
                .ids();
    }

    /** The id of who asks. */
    public long me() {
        return me;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Adds a parameter to the statement and gives its placeholder. */
    public String bind(Object value) {
        var name = "filter" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    /** The refusal for values that make no sense. */
    public Refusal.BadQuery invalid() {
        return clause.invalid();
    }

    /** The refusal for an operator that this filter does not have. */
    public Refusal.BadQuery unknownOperator() {
        return clause.unknownOperator();
    }
}
