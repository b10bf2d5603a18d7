package org.signalbox.hal;

import java.util.List;
import java.util.function.UnaryOperator;

/** A page of a list, and how many there are in all. */
public record Found<T>(long total, List<T> elements) {

    public Found {
        elements = List.copyOf(elements);
    }

    /** The same, with what else belongs to the elements, looked up at once. */
    public Found<T> completed(UnaryOperator<List<T>> completion) {
        return new Found<>(total, completion.apply(elements));
    }
}
