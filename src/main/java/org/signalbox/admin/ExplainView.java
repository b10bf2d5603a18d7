package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a webhook got an event, or did not, ready to be shown.
 *
 * @param fault why there is nothing to explain; null where there is
 */
record ExplainView(
        long webhookId,
        String webhook,
        List<Choice> webhooks,
        String asked,
        @Nullable String fault,
        @Nullable Result result) {

    /** A webhook to ask about. */
    record Choice(long id, String name, boolean chosen) {}

    /** The answer. */
    record Result(
            Badge verdict,
            String type,
            String about,
            String moment,
            List<Check> checks,
            List<Way> ways,
            List<Other> others,
            @Nullable String uninterested,
            long sequence,
            List<Named> facts,
            Code snapshot) {}

    /**
     * One rule.
     *
     * @param values what was compared, where this decided
     * @param now what would be different now; null for nothing
     */
    record Check(
            String tone,
            String icon,
            String title,
            String text,
            List<Named> values,
            @Nullable String now) {}

    /** Something to do about it. */
    record Way(String text, String href, String icon, String words) {}

    /** What another webhook got of the event. */
    record Other(String name, String href, Badge state, String detail) {}
}
