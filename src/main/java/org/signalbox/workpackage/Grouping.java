package org.signalbox.workpackage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Names;

/**
 * By what a list can be put into groups. All of it is SQL of the code.
 *
 * @param id the number of what the group has in common
 * @param title how that is called
 * @param order how groups follow each other; those without a value come last
 * @param kind for people and the like what they are, else null
 * @param collection where in the API it lives, if everything of it lives in one place; empty for
 *     people and the like, and for what is no resource
 */
record Grouping(
        String name, String id, String title, String order, String kind, String collection) {

    private static final Map<String, String> ALSO_CALLED =
            Map.of("assignee", "assignedTo", "percentageDone", "doneRatio");

    static final List<Grouping> ALL =
            List.of(
                    word("status", "s", "statuses"),
                    word("type", "t", "types"),
                    word("priority", "y", "priorities"),
                    named("project", "p", "projects"),
                    named("version", "v", "versions"),
                    named("category", "g", "categories"),
                    principal("author", "a"),
                    principal("assignee", "e"),
                    principal("responsible", "r"),
                    new Grouping(
                            "percentageDone",
                            "w.percentage_done",
                            "cast(w.percentage_done as text)",
                            "w.percentage_done",
                            "null",
                            ""));

    /** The one that the list asks for; null if it asks for none. */
    static @Nullable Grouping of(Listing listing) {
        return listing.grouping(name -> ALL.stream().filter(one -> one.isCalled(name)).findFirst());
    }

    /** Whether clients can call it so. */
    boolean isCalled(String word) {
        return Names.same(name, word) || Names.same(ALSO_CALLED.getOrDefault(name, name), word);
    }

    /** Whether the groups are those of somebody, who may not be known to who asks. */
    boolean ofPrincipals() {
        return !kind.equals("null");
    }

    /** Whether the groups are those of resources. */
    boolean ofResources() {
        return ofPrincipals() || !collection.isEmpty();
    }

    /** What comes first in the order of a list, so that groups stay together. */
    String first() {
        return order + " nulls last, " + id;
    }

    private static Grouping word(String name, String alias, String collection) {
        String id = "w." + name + "_id";
        return new Grouping(name, id, alias + ".name", alias + ".position", "null", collection);
    }

    private static Grouping named(String name, String alias, String collection) {
        String id = "w." + name + "_id";
        String title = alias + ".name";
        return new Grouping(name, id, title, title, "null", collection);
    }

    private static Grouping principal(String name, String alias) {
        String title = "trim(%1$s.first_name || ' ' || %1$s.last_name)".formatted(alias);
        return new Grouping(name, "w." + name + "_id", title, title, alias + ".kind", "");
    }
}
