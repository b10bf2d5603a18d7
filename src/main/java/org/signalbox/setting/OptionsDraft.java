package org.signalbox.setting;

import java.util.ArrayList;
import java.util.List;

/** The options as somebody typed them. */
public record OptionsDraft(
        boolean restEnabled,
        String maxPageSize,
        boolean docsEnabled,
        boolean corsEnabled,
        String corsOrigins) {

    /** Fewer would make clients that read page by page too slow. */
    public static final int PAGE_SIZE_MIN = 50;

    /** A page is built in memory. */
    public static final int PAGE_SIZE_MAX = 10_000;

    /** The options as they would be typed. */
    public static OptionsDraft of(ApiOptions options) {
        return new OptionsDraft(
                options.restEnabled(),
                Integer.toString(options.maxPageSize()),
                options.docsEnabled(),
                options.corsEnabled(),
                String.join("\n", options.corsOrigins()));
    }

    /** Everything that is wrong. Origins may be anything while they are not used. */
    public List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        int size = pageSize();
        if (size < PAGE_SIZE_MIN) {
            mistakes.add(pageSize("too_small", PAGE_SIZE_MIN));
        } else if (size > PAGE_SIZE_MAX) {
            mistakes.add(pageSize("too_large", PAGE_SIZE_MAX));
        }
        if (corsEnabled) {
            mistakes.addAll(origins().mistakes());
        }
        return mistakes;
    }

    /** What is meant, where nothing is wrong; unused origins that are wrong stay as they were. */
    ApiOptions options(ApiOptions before) {
        Origins origins = origins();
        return new ApiOptions(
                restEnabled,
                pageSize(),
                docsEnabled,
                corsEnabled,
                origins.mistakes().isEmpty() ? origins.list() : before.corsOrigins());
    }

    private Origins origins() {
        return Origins.in(corsOrigins);
    }

    private static Mistake pageSize(String what, int limit) {
        return new Mistake(Mistake.Field.MAX_PAGE_SIZE, what, List.of(limit));
    }

    /** The number; 0 for what is none. */
    private int pageSize() {
        String digits = maxPageSize.strip();
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return 0;
        }
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
