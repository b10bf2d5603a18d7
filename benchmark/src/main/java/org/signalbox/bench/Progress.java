package org.signalbox.bench;

/** Tells those who wait what is going on. */
final class Progress {
    private static final long START = System.nanoTime();

    private Progress() {}

    static void say(String what) {
        System.err.printf("[%4d s] %s%n", (System.nanoTime() - START) / 1_000_000_000, what);
    }
}
