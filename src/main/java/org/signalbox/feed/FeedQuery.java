package org.signalbox.feed;

import org.jspecify.annotations.Nullable;
import org.signalbox.hal.PageLimit;
import org.signalbox.hal.Refusal;

/**
 * What a reader of the log asks for.
 *
 * @param after events up to this sequence are known already
 * @param webhook the id of one whose events alone are wanted
 */
record FeedQuery(long after, int pageSize, @Nullable Long webhook) {
    static final int PAGE_MAX = 1_000;

    private static final int PAGE_DEFAULT = 100;

    /**
     * @param limit no page is larger, whatever is asked for
     * @throws Refusal if any of it makes no sense
     */
    static FeedQuery of(
            @Nullable String after,
            @Nullable String pageSize,
            @Nullable String webhook,
            PageLimit limit) {
        long size = pageSize == null ? PAGE_DEFAULT : number("pageSize", pageSize, 1);
        return new FeedQuery(
                after == null ? 0 : number("after", after, 0),
                (int) Math.min(size, Math.min(PAGE_MAX, limit.max())),
                webhook == null ? null : number("webhook", webhook, 0));
    }

    private static long number(String name, String text, long min) {
        try {
            long number = Long.parseLong(text);
            if (number >= min) {
                return number;
            }
        } catch (NumberFormatException _) {
            // As wrong as a number that is too low.
        }
        throw new Refusal.BadParameter(name);
    }

    /** The same from another place on. */
    FeedQuery from(long sequence) {
        return new FeedQuery(sequence, pageSize, webhook);
    }

    /** Where it is asked. */
    String href() {
        String path = "%s?after=%d&pageSize=%d".formatted(EventHal.PATH, after, pageSize);
        return webhook == null ? path : path + "&webhook=" + webhook;
    }
}
