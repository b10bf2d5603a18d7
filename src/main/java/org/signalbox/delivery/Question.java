package org.signalbox.delivery;

import org.signalbox.delivery.LaneChanges.Follow;

/**
 * Asks the store for a delivery that cannot be. Answers come after what was to be written before,
 * so with this one the store knows of all that happened until it was asked.
 */
final class Question {
    private final String key;
    private final Journal journal;
    private int asked;
    private int answered;

    /**
     * @param mark no subject has such a character, and PostgreSQL takes it, unlike NUL
     */
    Question(char mark, Journal journal) {
        this.key = String.valueOf(mark);
        this.journal = journal;
    }

    void ask() {
        journal.want(new Follow(key, key, true, ++asked));
    }

    /** Whether this was the answer to a question of its own. */
    boolean settles(Follow answer) {
        if (!answer.key().equals(key)) {
            return false;
        }
        answered = Math.max(answered, answer.generation());
        return true;
    }

    boolean isOpen() {
        return answered != asked;
    }

    /** Nobody will answer what is dropped. */
    void drop() {
        answered = asked;
    }
}
