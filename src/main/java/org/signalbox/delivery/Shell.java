package org.signalbox.delivery;

import java.time.InstantSource;
import org.signalbox.loop.Surprises;
import org.springframework.stereotype.Component;

/** What a running lane needs around it. */
@Component
final class Shell {
    private final LaneQueue dirty = new LaneQueue();
    private final LaneQueue lagging = new LaneQueue();
    private final LaneQueue gone = new LaneQueue();
    private final Luggage.Space space = new Luggage.Space(Runtime.getRuntime().maxMemory() / 8);
    private final Timers timers = new Timers();
    private final UnderWay underWay = new UnderWay();
    private final Courier courier;
    private final EventReader reader;
    private final Merges merges;
    private final Surprises surprises;
    private final InstantSource time;

    Shell(
            Courier courier,
            EventReader reader,
            Merges merges,
            Surprises surprises,
            InstantSource time) {
        this.courier = courier;
        this.reader = reader;
        this.merges = merges;
        this.surprises = surprises;
        this.time = time;
    }

    /** Lanes with something to record. */
    LaneQueue dirty() {
        return dirty;
    }

    /** Lanes that want to read for themselves. */
    LaneQueue lagging() {
        return lagging;
    }

    /** Lanes whose receiver wants no more. */
    LaneQueue gone() {
        return gone;
    }

    /** For the events that lanes hold. */
    Luggage.Space space() {
        return space;
    }

    Timers timers() {
        return timers;
    }

    UnderWay underWay() {
        return underWay;
    }

    Courier courier() {
        return courier;
    }

    EventReader reader() {
        return reader;
    }

    Merges merges() {
        return merges;
    }

    Surprises surprises() {
        return surprises;
    }

    InstantSource time() {
        return time;
    }
}
