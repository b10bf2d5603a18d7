package org.signalbox.delivery;

import static org.signalbox.delivery.SimulatedPromises.hold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a receiver got, and what it may get once more. */
final class SimulatedArrivals {
    private final Set<Long> received = new HashSet<>();
    private final Map<Long, Integer> mayComeAgain = new HashMap<>();

    void receives(Send send) {
        if (!received.add(send.sequence())) {
            int allowed = mayComeAgain.merge(send.sequence(), -1, Integer::sum);
            hold(allowed >= 0, "nothing arrives twice without a reason", send);
        }
    }

    void mayComeAgain(long sequence) {
        mayComeAgain.merge(sequence, 1, Integer::sum);
    }

    boolean has(long sequence) {
        return received.contains(sequence);
    }
}
