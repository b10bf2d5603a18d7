package org.signalbox.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what a durable change asked for. The change stands, so a failing action is only logged. */
final class AfterCommit {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    private AfterCommit() {}

    static void run(Tx tx) {
        for (Runnable action : tx.afterCommit()) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("An action after a commit failed", e);
            }
        }
    }
}
