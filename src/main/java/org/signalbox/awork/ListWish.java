package org.signalbox.awork;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.signalbox.hal.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which things of a list are wanted, and in which order. */
record ListWish(Predicate<JsonNode> filter, List<Comparator<JsonNode>> order, boolean isOpen) {
    private static final String FILTER = "filterby";
    private static final String ORDER = "orderby";

    /**
     * @param properties what can be asked for
     * @throws Refusal if it makes no sense
     */
    static ListWish of(Map<String, String> query, Set<String> properties) {
        String filter = query.getOrDefault(FILTER, "").strip();
        String order = query.getOrDefault(ORDER, "").strip();
        return new ListWish(
                filter.isEmpty() ? _ -> true : ListFilter.of(filter, properties),
                order.isEmpty()
                        ? List.of()
                        : Stream.of(order.split(",", -1))
                                .map(step -> step(step.strip(), properties))
                                .toList(),
                filter.isEmpty() && order.isEmpty());
    }

    /**
     * For lists that come as they are.
     *
     * @throws Refusal if a choice or an order is asked for
     */
    static void refuse(Map<String, String> query) {
        for (String name : List.of(FILTER, ORDER)) {
            if (query.containsKey(name)) {
                throw new Refusal.BadQuery("This list cannot be given by %s.".formatted(name));
            }
        }
    }

    /** As {@code CreatedOn DESC}. */
    private static Comparator<JsonNode> step(String step, Set<String> properties) {
        String[] words = step.split(" +", -1);
        String name = ListFilter.property(words[0], properties);
        Comparator<JsonNode> rising =
                Comparator.comparing(
                        node -> node.path(name).asString(""), nullsFirst(naturalOrder()));
        if (words.length == 1) {
            return rising;
        }
        return switch (words[words.length - 1].toLowerCase(Locale.ROOT)) {
            case "asc" -> rising;
            case "desc" -> rising.reversed();
            default -> throw new Refusal.BadQuery("The order %s is none.".formatted(step));
        };
    }

    /** Those that are wanted, in the order that is wanted, or else in that in which they come. */
    List<ObjectNode> of(List<ObjectNode> all) {
        return all.stream()
                .filter(filter)
                .sorted(order.stream().reduce((_, _) -> 0, Comparator::thenComparing))
                .toList();
    }
}
