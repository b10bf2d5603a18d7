package org.signalbox.admin;

import java.time.Duration;

/** How far back the overview looks, and in which steps. */
enum Span {
    HOUR("1h", Duration.ofMinutes(1), 60),
    DAY("24h", Duration.ofMinutes(15), 96),
    WEEK("7d", Duration.ofHours(2), 84);

    private final String word;
    private final Duration step;
    private final int steps;

    Span(String word, Duration step, int steps) {
        this.word = word;
        this.step = step;
        this.steps = steps;
    }

    /** That one, or a day for a word that is none. */
    static Span of(String word) {
        for (Span span : values()) {
            if (span.word.equals(word)) {
                return span;
            }
        }
        return DAY;
    }

    /** As addresses call it, and keys of texts. */
    String word() {
        return word;
    }

    Duration step() {
        return step;
    }

    int steps() {
        return steps;
    }

    Duration length() {
        return step.multipliedBy(steps);
    }

    /** Where it is shown. */
    String href() {
        return OverviewPage.PATH + (this == DAY ? "" : "?span=" + word);
    }
}
