package org.signalbox.hal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what is wrong with a write, one entry an attribute, so that a client learns everything
 * at once. The first problem of an attribute is kept.
 */
public final class Problems {

    private final Map<String, Refusal.Invalid> byAttribute = new LinkedHashMap<>();

    public void add(Refusal.Invalid problem) {
        byAttribute.putIfAbsent(problem.attribute(), problem);
    }

    /**
     * A constraint of this attribute is not met; the sentence begins with the attribute's title.
     */
    public void add(Attribute<?, ?> attribute, String predicate) {
        add(new Refusal.Invalid(attribute.name(), attribute.title() + " " + predicate + "."));
    }

    /** Adds what rules refused a write for. */
    void add(Refusal.Several problems) {
        for (Refusal part : problems.parts()) {
            if (!(part instanceof Refusal.Invalid invalid)) {
                throw problems;
            }
            add(invalid);
        }
    }

    /** Whether something is wrong with this attribute. */
    public boolean has(Attribute<?, ?> attribute) {
        return byAttribute.containsKey(attribute.name());
    }

    List<Refusal.Invalid> all() {
        return List.copyOf(byAttribute.values());
    }

    public boolean isEmpty() {
        return byAttribute.isEmpty();
    }

    /** Refuses the write if anything is wrong. */
    public void refuse() {
        if (byAttribute.size() == 1) {
            throw byAttribute.values().iterator().next();
        }
        if (!byAttribute.isEmpty()) {
            throw new Refusal.Several(List.copyOf(byAttribute.values()));
        }
    }
}
