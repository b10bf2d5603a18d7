package org.signalbox.hal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of a list: a page, filters and an order. Controllers take it as a parameter.
 *
 * @param path of the list, for its links
 * @param parameters of the query, as sent
 * @param offset number of the page, from 1
 * @param pageSize how many elements a page has; 0 asks for the total alone
 * @param clauses what was asked to filter by; null if nothing was said
 * @param order what was asked to sort by; null if nothing was said
 * @param select which parts of the list were asked for; null for all
 */
public record Listing(
        String path,
        SortedMap<String, String> parameters,
        int offset,
        int pageSize,
        @Nullable List<Clause> clauses,
        @Nullable List<Sort.Key> order,
        @Nullable Select select,
        Instant now) {

    static final int PAGE_SIZE = 20;

    /** The same, filtered so if the request says nothing of filters. */
    public Listing filteredByDefault(String name, String operator) {
        return clauses != null
                ? this
                : new Listing(
                        path,
                        parameters,
                        offset,
                        pageSize,
                        List.of(new Clause(name, operator, List.of())),
                        order,
                        select,
                        now);
    }

    /**
     * The filters of a list that comes from no table, by these names; there are no others.
     *
     * @param me the id of who asks
     */
    public Map<String, Terms> terms(long me, String... names) {
        var terms = new HashMap<String, Terms>();
        for (Clause clause : clauses == null ? List.<Clause>of() : clauses) {
            var name =
                    Arrays.stream(names)
                            .filter(known -> Names.key(known).equals(Names.key(clause.name())))
                            .findFirst()
                            .orElseThrow(() -> unknownFilter(clause));
            terms.put(name, new Terms(clause, me, now, new HashMap<>()));
        }
        return terms;
    }

    /** Whether a list that can be sorted by this key alone begins with the last. */
    public boolean descending(String key) {
        if (order == null || order.isEmpty()) {
            return false;
        }
        if (order.size() > 1 || !Names.key(order.getFirst().name()).equals(Names.key(key))) {
            throw new Refusal.BadQuery(
                    "Sort by %s does not exist.".formatted(order.getLast().name()));
        }
        return order.getFirst().descending();
    }

    /**
     * What the parameter {@code groupBy} names; null if nothing was said.
     *
     * @param known what a name stands for; empty for what nothing can be grouped by
     * @throws Refusal.BadQuery for what is not known
     */
    public <G> @Nullable G grouping(Function<String, Optional<G>> known) {
        var wanted = parameters.get("groupBy");
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        return known.apply(wanted)
                .orElseThrow(() ->
                        new Refusal.BadQuery("Group by %s does not exist.".formatted(wanted)));
    }

    /** Whether it is not about some of the parts alone. */
    public boolean asksForAll() {
        return select == null;
    }

    /**
     * The words of a parameter that is an array: said several times as {@code name[]}, separated by
     * commas, or as JSON; null if nothing was said.
     */
    public @Nullable List<String> words(String name) {
        var text = parameters.getOrDefault(name + "[]", parameters.get(name));
        if (text == null) {
            return null;
        }
        return Arrays.stream(text.replaceAll("[\\[\\]\"']", "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** How many elements come before the page. */
    public long skip() {
        return (offset - 1L) * pageSize;
    }

    private static Refusal.BadQuery unknownFilter(Clause clause) {
        return new Refusal.BadQuery("Filters %s filter does not exist.".formatted(clause.name()));
    }

    /** Whether this filter was asked for, under this name. */
    public boolean isFilteredBy(String name) {
        return clauses != null
                && clauses.stream()
                        .anyMatch(clause -> Names.key(clause.name()).equals(Names.key(name)));
    }

    /** The same with pages of this size. */
    public Listing sized(int size) {
        return new Listing(path, parameters, offset, size, clauses, order, select, now);
    }

    /** The same, filtered besides by this value, if it is not blank. */
    public Listing alsoFilteredBy(String name, String operator, String value) {
        if (value.isBlank()) {
            return this;
        }
        var all = new ArrayList<Clause>(clauses == null ? List.of() : clauses);
        all.add(new Clause(name, operator, List.of(value)));
        return new Listing(
                path, parameters, offset, pageSize, List.copyOf(all), order, select, now);
    }

    /**
     * The values of a filter without which there is no list.
     *
     * @throws Refusal.BadQuery if it is missing, or not all that is asked for
     */
    public List<String> only(String name) {
        if (clauses == null || clauses.size() != 1) {
            throw new Refusal.BadQuery("Filters %s must be set, and no other.".formatted(name));
        }
        var clause = clauses.getFirst();
        if (!Names.key(clause.name()).equals(Names.key(name))) {
            throw unknownFilter(clause);
        }
        if (!clause.operator().equals("=")) {
            throw clause.unknownOperator();
        }
        return clause.values();
    }

    /** The same, in this order if the request says nothing of one. */
    public Listing sortedByDefault(Sort.Key... keys) {
        return order != null
                ? this
                : new Listing(
                        path, parameters, offset, pageSize, clauses, List.of(keys), select, now);
    }

    Selection select(
            Function<String, @Nullable Filter> filters,
            Function<String, @Nullable Sort> sorts,
            List<Sort.Key> defaultOrder,
            String identity,
            long me) {
        var values = new HashMap<String, Object>();
        var conditions = new ArrayList<String>();
        var problems = new ArrayList<Refusal.BadQuery>();
        for (Clause clause : clauses == null ? List.<Clause>of() : clauses) {
            try {
                conditions.add(condition(filters, clause, me, values));
            } catch (Refusal.BadQuery problem) {
                problems.add(problem);
            }
        }
        var sorted = orderBy(sorts, order == null ? defaultOrder : order, identity, problems);
        refuse(problems);
        values.put("limit", pageSize);
        values.put("skip", skip());
        return new Selection(
                conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions), sorted, values);
    }

    private String condition(
            Function<String, @Nullable Filter> filters,
            Clause clause,
            long me,
            Map<String, Object> values) {
        var filter = filters.apply(Names.key(clause.name()));
        if (filter == null) {
            throw unknownFilter(clause);
        }
        return filter.sql(new Terms(clause, me, now, values));
    }

    /** One problem is said by itself, several are said together. */
    private static void refuse(List<Refusal.BadQuery> problems) {
        if (problems.size() == 1) {
            throw problems.getFirst();
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Several(problems);
        }
    }

    private static String orderBy(
            Function<String, @Nullable Sort> sorts,
            List<Sort.Key> keys,
            String identity,
            List<Refusal.BadQuery> problems) {
        var expressions = new ArrayList<String>();
        for (Sort.Key key : keys) {
            var sort = sorts.apply(Names.key(key.name()));
            if (sort == null) {
                problems.add(
                        new Refusal.BadQuery("Sort by %s does not exist.".formatted(key.name())));
            } else {
                expressions.add(sort.sql(key.descending()));
            }
        }
        if (expressions.stream().noneMatch(sql -> sql.startsWith(identity + " "))) {
            expressions.add(identity);
        }
        return String.join(", ", expressions);
    }

    /** The page of the list. */
    public Document collection(long total, Collection<Document> elements) {
        return collection("Collection", total, elements);
    }

    /** The page of a list that has a type name of its own. */
    public Document collection(String type, long total, Collection<Document> elements) {
        var document =
                new Document(type)
                        .put("total", total)
                        .put("count", elements.size())
                        .put("pageSize", pageSize)
                        .put("offset", offset)
                        .link("self", Link.to(href(String.valueOf(offset), size())))
                        .link("jumpTo", Link.template(href("{offset}", size())))
                        .link("changeSize", Link.template(href(String.valueOf(offset), "{size}")));
        if (offset > 1) {
            document.link("previousByOffset", Link.to(href(String.valueOf(offset - 1), size())));
        }
        if (pageSize > 0 && (long) offset * pageSize < total) {
            document.link("nextByOffset", Link.to(href(String.valueOf(offset + 1), size())));
        }
        return Select.page(select, document, elements);
    }

    /** The path with the parameters as they were sent. */
    public String address() {
        return parameters.isEmpty() ? path : path + "?" + query(parameters);
    }

    /** A list that is always given as a whole. */
    public static Document whole(String path, Collection<Document> elements) {
        return new Document("Collection")
                .put("total", elements.size())
                .put("count", elements.size())
                .embed("elements", elements)
                .link("self", Link.to(path));
    }

    private String size() {
        return String.valueOf(pageSize);
    }

    private String href(String offset, String size) {
        var all = new TreeMap<>(parameters);
        all.put("offset", offset);
        all.put("pageSize", size);
        return path + "?" + query(all);
    }

    private static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
