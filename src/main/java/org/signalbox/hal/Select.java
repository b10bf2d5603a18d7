package org.signalbox.hal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a collection a client wants to have, by name, at the level of the collection and
 * of each element.
 */
record Select(Set<String> own, Set<String> each) {

    static final String ALL = "*";

    private static final int PATHS_MAX = 200;

    /**
     * @param paths such as {@code total} and {@code elements/id}
     */
    static Select of(List<String> paths) {
        if (paths.size() > PATHS_MAX) {
            throw new Refusal.BadSignal("too many paths");
        }
        var own = new LinkedHashSet<String>();
        var each = new LinkedHashSet<String>();
        for (String path : paths) {
            var steps = path.strip().split("/", -1);
            if (steps.length == 1 && !steps[0].equals("elements")) {
                own.add(steps[0]);
            } else if (steps.length == 2 && steps[0].equals("elements")) {
                each.add(steps[1]);
            } else {
                throw new Refusal.BadSignal(path);
            }
        }
        return new Select(own, each);
    }

    /**
     * Refuses a path that leads nowhere.
     *
     * @param ofCollection what a collection can have, by name
     * @param ofElements what its elements can have; empty if there never are any
     */
    void require(Set<String> ofCollection, Set<String> ofElements) {
        for (String name : own) {
            require(ofCollection.contains(name), name);
        }
        for (String name : each) {
            require(ofElements.isEmpty() || ofElements.contains(name), "elements/" + name);
        }
    }

    /** The collection with no more than that. */
    Document of(Document collection, Collection<Document> elements) {
        elements.forEach(element -> element.only(each));
        return each.isEmpty()
                ? collection.only(own)
                : collection.only(own).embed("elements", elements);
    }

    private static void require(boolean known, String path) {
        if (!known && !path.equals(ALL) && !path.endsWith("/" + ALL)) {
            throw new Refusal.BadSignal(path);
        }
    }

    /** The page of a list, cut down if that was asked for. */
    static Document page(
            @Nullable Select select, Document collection, Collection<Document> elements) {
        return select == null
                ? collection.embed("elements", elements)
                : select.of(collection, elements);
    }
}
