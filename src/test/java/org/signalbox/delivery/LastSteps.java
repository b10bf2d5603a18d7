package org.signalbox.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** The last of what a simulation did, to be printed when it fails. */
final class LastSteps {
    private static final int KEPT = 40;

    private final boolean kept;
    private final Deque<String> notes = new ArrayDeque<>();

    private LastSteps(boolean kept) {
        this.kept = kept;
    }

    static LastSteps forgotten() {
        return new LastSteps(false);
    }

    static LastSteps kept() {
        return new LastSteps(true);
    }

    void note(Supplier<String> what) {
        if (kept) {
            if (notes.size() == KEPT) {
                notes.remove();
            }
            notes.add(what.get());
        }
    }

    @Override
    public String toString() {
        return String.join("\n", notes);
    }
}
