package org.signalbox.hal;

import java.util.List;

/** A page of a list, and how many there are in all. */
public record Found<T>(long total, List<T> elements) {

    public Found {
        elements = List.copyOf(elements);
    }
}
