package org.signalbox.delivery;

/**
 * What attempts of some span came to. Not safe for use by several threads.
 *
 * <p>An attempt without an answer counts as failed and has no part in the times.
 */
final class Counts {
    private final Histogram answers;
    private final Histogram lags;
    private long delivered;
    private long failed;

    Counts() {
        this(0, 0, new Histogram(), new Histogram());
    }

    Counts(long delivered, long failed, Histogram answers, Histogram lags) {
        this.delivered = delivered;
        this.failed = failed;
        this.answers = answers;
        this.lags = lags;
    }

    void add(Attempted one) {
        if (one.attempt().succeeded()) {
            delivered++;
        } else {
            failed++;
        }
        if (one.attempt().statusCode() != null) {
            answers.add(one.attempt().duration());
        }
        if (one.lag() != null) {
            lags.add(one.lag());
        }
    }

    void addAll(Counts others) {
        delivered += others.delivered;
        failed += others.failed;
        answers.addAll(others.answers);
        lags.addAll(others.lags);
    }

    long delivered() {
        return delivered;
    }

    long failed() {
        return failed;
    }

    /** How long receivers took to answer. */
    Histogram answers() {
        return answers;
    }

    /** How long it took from the commit of a change until a healthy receiver had it. */
    Histogram lags() {
        return lags;
    }
}
