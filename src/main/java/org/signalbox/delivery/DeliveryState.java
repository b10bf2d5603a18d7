package org.signalbox.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a delivery has come. */
public enum DeliveryState {
    /** Not tried yet, or to be sent again. */
    WAITING,
    /** Tried, not taken, and to be tried again. */
    RETRYING,
    /** Taken by the receiver. */
    DELIVERED,
    /** Used up its tries; stays so unless a person has it sent again. */
    FAILED,
    /** Goes out with a later one about the same subject, or went. */
    MERGED;

    /** As the API calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
