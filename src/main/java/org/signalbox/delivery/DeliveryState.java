package org.signalbox.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    static DeliveryState of(List<Attempt> attempts, @Nullable SetAside aside) {
        if (aside != null) {
            return switch (aside.state()) {
                case WAITING -> WAITING;
                case RETRYING -> RETRYING;
                case FAILED -> FAILED;
            };
        }
        if (attempts.isEmpty()) {
            return WAITING;
        }
        return attempts.getLast().succeeded() ? DELIVERED : FAILED;
    }

    /** As the API calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
