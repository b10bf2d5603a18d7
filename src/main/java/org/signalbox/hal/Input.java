package org.signalbox.hal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client wrote, attribute by attribute, in the right types. What was wrong with the rest is
 * kept as problems, so that rules can first say whether the write is allowed at all, and then
 * {@link #check} it.
 */
public final class Input {

    private final ObjectNode sent;
    private final Map<Attribute<?, ?>, @Nullable Object> values = new HashMap<>();
    private final Problems problems = new Problems();

    Input(ObjectNode sent) {
        this.sent = sent;
    }

    /** The whole, as it came. */
    ObjectNode sent() {
        return sent;
    }

    void set(Attribute<?, ?> attribute, @Nullable Object value) {
        values.put(attribute, value);
    }

    /** Problems found so far; rules add theirs. */
    public Problems problems() {
        return problems;
    }

    /** Refuses the write if an attribute is missing, malformed, too long or not writable. */
    public void check() {
        problems.refuse();
    }

    public boolean has(Attribute<?, ?> attribute) {
        return values.containsKey(attribute);
    }

    /** What was sent; null if it was null or not sent. */
    @SuppressWarnings("unchecked") // only a value of the attribute's type was put in
    public <V> @Nullable V get(Attribute<?, V> attribute) {
        return (V) values.get(attribute);
    }

    /** What was sent, or else the value as it is. */
    public <V> @Nullable V get(Attribute<?, V> attribute, @Nullable V kept) {
        return has(attribute) ? get(attribute) : kept;
    }

    /** What was sent if it was more than null, or else the value as it is. */
    public <V> V or(Attribute<?, V> attribute, V kept) {
        var sent = get(attribute);
        return sent == null ? kept : sent;
    }

    /** What was sent of a required attribute; only after {@link #check}. */
    public <V> V need(Attribute<?, V> attribute) {
        var sent = get(attribute);
        if (sent == null) {
            throw new IllegalStateException(attribute.name() + " was not checked");
        }
        return sent;
    }
}
