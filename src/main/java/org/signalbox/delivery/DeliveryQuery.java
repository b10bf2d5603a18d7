package org.signalbox.delivery;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are wanted; what is empty or null does not restrict.
 *
 * @param types canonical names of event types
 * @param since the earliest moment of the event
 * @param until the moment before which it happened
 * @param subject as {@code time_entry:812}
 */
public record DeliveryQuery(
        Set<DeliveryState> states,
        Set<String> types,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String subject,
        int offset,
        int limit) {

    public DeliveryQuery {
        states = Set.copyOf(states);
        types = Set.copyOf(types);
    }

    /** The latest, whatever they are. */
    public static DeliveryQuery latest(int limit) {
        return new DeliveryQuery(Set.of(), Set.of(), null, null, null, 0, limit);
    }

    /** Whether nothing is restricted. */
    boolean isOpen() {
        return states.isEmpty()
                && types.isEmpty()
                && since == null
                && until == null
                && subject == null;
    }

    public DeliveryQuery in(DeliveryState state) {
        return new DeliveryQuery(Set.of(state), types, since, until, subject, offset, limit);
    }

    /** The part that follows after so many. */
    public DeliveryQuery from(int skipped) {
        return new DeliveryQuery(states, types, since, until, subject, skipped, limit);
    }
}
