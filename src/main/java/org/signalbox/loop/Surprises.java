package org.signalbox.loop;

import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what cannot happen. Each one is logged with its cause; tests assert that there were none.
 * Safe for use by many threads.
 */
public final class Surprises {
    private static final Logger LOG = LoggerFactory.getLogger(Surprises.class);

    private final LongAdder count = new LongAdder();

    public void add(String what, Throwable cause) {
        count.increment();
        LOG.error("Unexpected: {}", what, cause);
    }

    public long count() {
        return count.sum();
    }
}
