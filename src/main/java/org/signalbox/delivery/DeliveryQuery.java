package org.signalbox.delivery;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.sender.Failure;

/**
 * Which deliveries are wanted; what is empty or null does not restrict.
 *
 * @param types canonical names of event types
 * @param since the earliest moment of the event
 * @param until the moment before which it happened
 * @param subject as {@code time_entry:812}
 * @param eventId as {@code webhook-id} says it
 * @param answer what came back last
 */
public record DeliveryQuery(
        Set<DeliveryState> states,
        Set<String> types,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String subject,
        @Nullable String eventId,
        @Nullable Answers answer,
        int offset,
        int limit) {

    /**
     * Statuses from one to another, both included; no answer at all when both are 0.
     *
     * @param failure why there was none; null for any reason
     */
    public record Answers(int from, int to, @Nullable Failure failure) {
        public static final Answers NONE = new Answers(0, 0, null);
    }

    public DeliveryQuery {
        states = Set.copyOf(states);
        types = Set.copyOf(types);
    }

    /** The latest, whatever they are. */
    public static DeliveryQuery latest(int limit) {
        return new DeliveryQuery(Set.of(), Set.of(), null, null, null, null, null, 0, limit);
    }

    /** Whether nothing is restricted. */
    boolean isOpen() {
        return states.isEmpty()
                && types.isEmpty()
                && since == null
                && until == null
                && subject == null
                && eventId == null
                && answer == null;
    }

    boolean spans(Instant moment) {
        return (since == null || !moment.isBefore(since))
                && (until == null || moment.isBefore(until));
    }

    public DeliveryQuery in(DeliveryState state) {
        return new DeliveryQuery(
                Set.of(state), types, since, until, subject, eventId, answer, offset, limit);
    }

    public DeliveryQuery of(Set<String> theirTypes) {
        return new DeliveryQuery(
                states, theirTypes, since, until, subject, eventId, answer, offset, limit);
    }

    public DeliveryQuery between(@Nullable Instant from, @Nullable Instant to) {
        return new DeliveryQuery(states, types, from, to, subject, eventId, answer, offset, limit);
    }

    public DeliveryQuery about(String theirSubject) {
        return new DeliveryQuery(
                states, types, since, until, theirSubject, eventId, answer, offset, limit);
    }

    public DeliveryQuery ofEvent(String id) {
        return new DeliveryQuery(states, types, since, until, subject, id, answer, offset, limit);
    }

    public DeliveryQuery answered(Answers wanted) {
        return new DeliveryQuery(
                states, types, since, until, subject, eventId, wanted, offset, limit);
    }

    /** The part that follows after so many. */
    public DeliveryQuery from(int skipped) {
        return new DeliveryQuery(
                states, types, since, until, subject, eventId, answer, skipped, limit);
    }
}
