package org.signalbox;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells the operator in one line why the server does not start. */
final class StartFailureReporter implements FailureAnalysisReporter {
    @Override
    @SuppressWarnings("SystemOut") // the one line must reach the terminal however logging is set
    public void report(FailureAnalysis analysis) {
        System.err.println("Signalbox cannot start: " + analysis.getDescription());
    }
}
