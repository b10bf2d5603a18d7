package org.signalbox.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries with one key, in their order: first the one that is set aside, then those that
 * wait behind it in the store, then those in the window.
 */
final class Line {
    /** In the window and never tried; the first may be in flight. */
    final Deque<Pending> untried = new ArrayDeque<>(2);

    @Nullable Pending aside;

    /** Whether some of its deliveries may be in the store. */
    boolean stored;

    /** Whether the next one was asked for from the store. */
    boolean loading;

    boolean held() {
        return aside != null || loading;
    }

    boolean inFlight() {
        Pending first = first();
        return first != null && first.inFlight;
    }

    /** The one whose turn it is. */
    @Nullable Pending first() {
        return aside != null ? aside : untried.peek();
    }

    boolean isEmpty() {
        return aside == null && !loading && !stored && untried.isEmpty();
    }
}
