package org.signalbox.delivery;

/** What a simulated process has done last when it dies. */
enum CrashPoint {
    /** The lane knows of new events. */
    READ,
    /** Requests are under way. */
    SENT,
    /** Some have ended. */
    ENDED,
    /** What came of them is to be written. */
    TAKEN,
    /** It is written, and the lane does not know yet. */
    COMMITTED
}
