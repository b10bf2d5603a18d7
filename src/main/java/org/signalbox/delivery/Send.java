package org.signalbox.delivery;

/**
 * An attempt that the lane wants made now. Its outcome comes back with it.
 *
 * @param first the earliest event that it takes in; its own number when there is none
 * @param attempt its number within the delivery, from 1
 * @param again whether it is part of a replay or was asked for by a person
 * @param key what it must not overtake
 * @param epoch how many failures had been counted when it started
 * @param generation which life of the lane's backlog it belongs to
 */
record Send(
        long sequence,
        String subject,
        long first,
        int attempt,
        boolean again,
        String key,
        int epoch,
        int generation) {

    static Send of(Pending pending, int epoch, int generation) {
        return new Send(
                pending.sequence,
                pending.subject,
                pending.first,
                pending.attempts,
                pending.again,
                pending.key,
                epoch,
                generation);
    }
}
