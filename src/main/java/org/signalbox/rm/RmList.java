package org.signalbox.rm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Sort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request wants of a list. Controllers take it as a parameter.
 *
 * @param query without the token
 * @param perPage how many objects a page has
 */
record RmList(String path, SortedMap<String, String> query, int page, int perPage, Instant now) {

    static final String JSON_TYPE = "application/json;charset=utf-8";

    private static final int PER_PAGE = 20;
    private static final int PAGE_MAX = 1_000_000;

    /** What belongs to one object is not more. */
    private static final int WHOLE = 1000;

    private static final List<Sort.Key> BY_ID = List.of(new Sort.Key("id", false));

    static RmList of(String path, SortedMap<String, String> query, int max, Instant now) {
        int page = number(query, "page", 1, 1, PAGE_MAX);
        int perPage = number(query, "per_page", PER_PAGE, 0, Integer.MAX_VALUE);
        return new RmList(path, query, page, Math.min(perPage, max), now);
    }

    private static int number(
            SortedMap<String, String> query, String name, int otherwise, int min, int max) {
        var text = query.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // As wrong as a number that no page could have.
        }
        throw new Refusal.BadQuery("%s is invalid".formatted(name));
    }

    /** How many objects come before the page. */
    long skip() {
        return (page - 1L) * perPage;
    }

    /** A parameter that is not blank. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    boolean asksFor(String name) {
        return parameter(name)
                .filter(value -> value.equals("true") || value.equals("1"))
                .isPresent();
    }

    /** The first and the last day of the span that is asked for; null if there is none. */
    @Nullable Clause days(String filter) {
        var from = parameter("from").orElse("");
        var to = parameter("to").orElse("");
        return from.isEmpty() && to.isEmpty() ? null : new Clause(filter, "<>d", List.of(from, to));
    }

    /** These clauses, and that it is in the span that is asked for. */
    List<Clause> within(String filter, List<Clause> only) {
        var clauses = new ArrayList<>(only);
        Optional.ofNullable(days(filter)).ifPresent(clauses::add);
        return clauses;
    }

    /** What is wanted with each object, by name. */
    Set<String> fields() {
        return Stream.of(parameter("fields").orElse("").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same list as the rules take it. */
    Listing where(List<Clause> clauses, Map<String, String> sorts) {
        return new Listing(
                path,
                new TreeMap<>(),
                page,
                perPage,
                List.copyOf(clauses),
                order(sorts),
                null,
                now);
    }

    /** As much as a page can hold of what is found so, whatever page was asked for. */
    Listing whole(List<Clause> clauses) {
        return new Listing(path, new TreeMap<>(), 1, WHOLE, List.copyOf(clauses), BY_ID, null, now);
    }

    private List<Sort.Key> order(Map<String, String> sorts) {
        var order = new ArrayList<Sort.Key>();
        parameter("sort_field")
                .ifPresent(field -> {
                    var key = sorts.get(field);
                    if (key == null) {
                        throw new Refusal.BadQuery("sort_field %s is invalid".formatted(field));
                    }
                    order.add(new Sort.Key(key, descending()));
                });
        return order.isEmpty() ? BY_ID : order;
    }

    private boolean descending() {
        return parameter("sort_order").filter(word -> word.startsWith("desc")).isPresent();
    }

    /** What belongs to an object, on one page. */
    static ObjectNode embedded(String path, List<ObjectNode> objects) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject("paging")
                .put("self", "%s?per_page=%d&page=1".formatted(path, objects.size()))
                .putNull("next")
                .putNull("previous")
                .put("page", 1)
                .put("per_page", objects.size());
        json.putArray("data").addAll(objects);
        return json;
    }

    /** The page, with the addresses of those around it. */
    ResponseEntity<ObjectNode> answer(long total, List<ObjectNode> objects) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject("paging")
                .put("per_page", perPage)
                .put("page", page)
                .put("previous", page > 1 ? address(page - 1) : null)
                .put("self", address(page))
                .put(
                        "next",
                        (long) page * perPage < total && perPage > 0 ? address(page + 1) : null);
        json.putArray("data").addAll(objects);
        return ok(json);
    }

    static ResponseEntity<ObjectNode> ok(ObjectNode json) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(JSON_TYPE)).body(json);
    }

    /** After a deletion: nothing, and yet of a type. */
    static ResponseEntity<Void> nothing() {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(JSON_TYPE)).build();
    }

    /** What was asked for, with the page at the end. */
    private String address(int number) {
        var parameters =
                query.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("page"))
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()));
        return path
                + "?"
                + Stream.concat(parameters, Stream.of("page=" + number))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
