package org.signalbox.awork;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.PageLimit;
import org.signalbox.hal.Refusal;
import tools.jackson.databind.node.ArrayNode;

/**
 * Which part of a list is wanted.
 *
 * @param page from 1
 */
record Paging(int page, int size) {
    private static final int SIZE_MAX = 1_000;
    private static final int PAGE_MAX = 1_000_000;

    /** That part of a list, and how long the whole list is. */
    record Page(Paging paging, ArrayNode items, long total) {}

    /**
     * @param limit no page is larger, whatever is asked for
     * @throws Refusal if it makes no sense
     */
    static Paging of(Map<String, String> query, PageLimit limit) {
        return new Paging(
                number(query.get("page"), "page", 1, PAGE_MAX),
                Math.min(
                        number(query.get("pageSize"), "pageSize", SIZE_MAX, SIZE_MAX),
                        limit.max()));
    }

    private static int number(@Nullable String text, String name, int otherwise, int max) {
        if (text == null) {
            return otherwise;
        }
        boolean digits =
                !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(Paging::isDigit);
        int number = digits ? Integer.parseInt(text) : 0;
        if (number < 1 || number > max) {
            throw new Refusal.BadParameter(name);
        }
        return number;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** How many come before. */
    long skipped() {
        return (page - 1L) * size;
    }
}
