package org.signalbox.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Sort;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is looked for in a list, as the address says it.
 *
 * @param parameters of the address, without the page; empty ones are left out
 */
record Search(
        String path,
        Map<String, String> parameters,
        int page,
        List<Clause> clauses,
        List<Sort.Key> order) {
    static final int PAGE_SIZE = 50;

    Search {
        clauses = List.copyOf(clauses);
        order = List.copyOf(order);
    }

    static Search of(String path, int page) {
        return new Search(path, Map.of(), Math.max(1, page), List.of(), List.of());
    }

    /** With this parameter in the address. */
    Search with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Search(path, more, page, clauses, order);
    }

    Search filtered(String name, String operator, String... values) {
        List<Clause> more = new ArrayList<>(clauses);
        more.add(new Clause(name, operator, List.of(values)));
        return new Search(path, parameters, page, more, order);
    }

    /** The same, unless nothing is looked for. */
    Search containing(String name, String text) {
        return text.isBlank() ? this : filtered(name, "~", text);
    }

    Search sorted(String key, boolean descending) {
        List<Sort.Key> more = new ArrayList<>(order);
        more.add(new Sort.Key(key, descending));
        return new Search(path, parameters, page, clauses, more);
    }

    Listing listing(Wording wording) {
        return listing(wording, PAGE_SIZE);
    }

    Listing listing(Wording wording, int size) {
        return new Listing(
                path,
                new TreeMap<>(),
                page,
                size,
                clauses,
                order.isEmpty() ? null : order,
                null,
                wording.now());
    }

    /** The ways to what comes before and after this page. */
    Paging paging(Found<?> found, Wording wording) {
        long first = (page - 1L) * PAGE_SIZE + 1;
        long last = first + found.elements().size() - 1;
        return new Paging(
                found.elements().isEmpty()
                        ? ""
                        : wording.say("list.part", first, last, found.total()),
                page > 1 ? href(page - 1) : null,
                last < found.total() ? href(page + 1) : null);
    }

    private String href(int other) {
        return href(parameters, other);
    }

    /** The first page with another value of one parameter. */
    String href(String name, String value) {
        return href(with(name, value).parameters(), 1);
    }

    /** These values of a parameter as ways to their pages; the words of "" are those of all. */
    List<Way> ways(String name, List<String> values, String key, Wording wording) {
        return values.stream()
                .map(value ->
                        new Way(
                                wording.say(key + "." + (value.isEmpty() ? "all" : value)),
                                href(name, value),
                                value.equals(parameters.get(name))))
                .toList();
    }

    private String href(Map<String, String> all, int other) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                uri.queryParam(name, "{" + name + "}");
            }
        });
        if (other > 1) {
            uri.queryParam("page", other);
        }
        return uri.encode().buildAndExpand(all).toUriString();
    }
}
