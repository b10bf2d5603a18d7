package org.signalbox.delivery;

/**
 * An event of the log that the webhook wants.
 *
 * @param attempts how often it was tried before; not 0 only in a replay
 * @param failed whether the store has it as failed; only in a replay
 */
record Wanted(long sequence, String subject, int attempts, boolean failed) {

    /** Something that happened and was not tried yet. */
    static Wanted first(long sequence, String subject) {
        return new Wanted(sequence, subject, 0, false);
    }
}
