package org.signalbox.hal;

import java.util.ArrayList;
import java.util.List;

/** A filter of a list: its names, and what a request's operator and values mean in SQL. */
public final class Filter {

    /**
     * Turns operator and values into SQL. The text is the code's own; values go through {@link
     * Terms#bind}.
     */
    public interface Meaning {
        String sql(Terms terms);
    }

    private final String name;
    private final List<String> keys = new ArrayList<>();
    private final Meaning meaning;

    private Filter(String name, Meaning meaning) {
        this.name = name;
        this.keys.add(Names.key(name));
        this.meaning = meaning;
    }

    public static Filter of(String name, Meaning meaning) {
        return new Filter(name, meaning);
    }

    /** Another name for it. Camel case, snake case and a trailing {@code _id} need none. */
    public Filter or(String name) {
        keys.add(Names.key(name));
        return this;
    }

    public String name() {
        return name;
    }

    /** Whether clients can call it so. */
    public boolean isCalled(String word) {
        return keys.contains(Names.key(word));
    }

    List<String> keys() {
        return List.copyOf(keys);
    }

    String sql(Terms terms) {
        return meaning.sql(terms);
    }
}
