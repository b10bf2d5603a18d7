package org.signalbox.demo;

import java.io.PrintStream;

/** Where the demo tells what happens. */
final class Terminal {
    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }
}
