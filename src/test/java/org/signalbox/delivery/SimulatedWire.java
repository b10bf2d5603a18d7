package org.signalbox.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.SimulatedReceiver.Answer;

/** The requests under way, in the order in which they will end. */
final class SimulatedWire {
    private final PriorityQueue<Request> requests =
            new PriorityQueue<>(Comparator.comparing(Request::endsAt));

    record Request(Lane lane, Send send, Instant endsAt, Answer answer) {}

    void add(Lane lane, Send send, Instant now, Answer answer) {
        requests.add(new Request(lane, send, now.plus(answer.after()), answer));
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    /** When the first of them ends. */
    @Nullable Instant nextEnd() {
        Request first = requests.peek();
        return first == null ? null : first.endsAt();
    }

    void end(Instant now, Consumer<Request> ended) {
        while (!requests.isEmpty() && !requests.peek().endsAt().isAfter(now)) {
            ended.accept(requests.remove());
        }
    }

    /** The process dies; what the receiver took it has. */
    void cut(Lane lane, Consumer<Send> takenUnheard) {
        for (Request request : requests) {
            if (request.lane() == lane && request.answer().taken()) {
                takenUnheard.accept(request.send());
            }
        }
        requests.clear();
    }
}
