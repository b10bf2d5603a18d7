package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signalbox.delivery.LaneState.Replay;
import org.signalbox.delivery.RunningLane.Page;
import org.signalbox.delivery.SetAside.State;
import org.signalbox.event.Event;
import org.signalbox.store.Database;
import org.signalbox.store.Outage;
import org.springframework.stereotype.Component;

/** Reads the log for lanes that lag behind, a page for each in turn, and for replays. */
@Component
final class CatchUp {
    private static final int PAGE = 512;
    private static final int LANES_MAX = 64;

    private final Database database;
    private final EventReader reader;
    private final LaneStore states;
    private final AttemptStore attempts;
    private final SetAsideStore asides;
    private final Merges merges;
    private final Dispatcher dispatcher;
    private final LaneQueue lagging;
    private final Setbacks setbacks;

    CatchUp(
            Database database,
            EventReader reader,
            LaneStore states,
            AttemptStore attempts,
            SetAsideStore asides,
            Dispatcher dispatcher,
            Shell shell) {
        this.database = database;
        this.reader = reader;
        this.states = states;
        this.attempts = attempts;
        this.asides = asides;
        this.merges = shell.merges();
        this.dispatcher = dispatcher;
        this.lagging = shell.lagging();
        this.setbacks = new Setbacks(shell);
    }

    int pass() {
        List<RunningLane> lanes = lagging.take(LANES_MAX);
        for (int i = 0; i < lanes.size(); i++) {
            RunningLane lane = lanes.get(i);
            if (setbacks.isResting(lane)) {
                continue;
            }
            try {
                readAllFor(lane);
                setbacks.succeeded(lane);
            } catch (RuntimeException | Error e) {
                if (Outage.is(e)) {
                    lanes.subList(i, lanes.size()).forEach(lagging::offer);
                    throw e; // the same would happen to the others
                }
                setbacks.failed(lane, e);
            }
        }
        return lanes.size();
    }

    private void readAllFor(RunningLane lane) {
        readFor(lane);
        replayFor(lane);
        fetchFor(lane);
    }

    private void readFor(RunningLane lane) {
        long claimed = dispatcher.claimedUpTo();
        Page page = lane.pageToRead(PAGE);
        if (page == null) {
            return;
        }
        List<Event> events = reader.after(page.after(), page.limit());
        long end = events.isEmpty() ? page.after() : events.getLast().sequence();
        boolean whole = events.size() < page.limit();
        Set<Long> over = page.sure() ? Set.of() : dealtWith(lane, page.after(), end);
        lane.offerPage(page, events, over, whole ? Math.max(end, claimed) : end, dispatcher);
    }

    private Set<Long> dealtWith(RunningLane lane, long after, long upTo) {
        long webhookId = lane.webhook().id();
        return database.read(view -> states.dealtWith(view, webhookId, after, upTo));
    }

    private void replayFor(RunningLane lane) {
        Replay replay = lane.replayToRead();
        if (replay == null) {
            return;
        }
        long after = replay.cursor();
        List<Event> events = reader.after(after, PAGE);
        boolean whole = events.size() < PAGE || events.getLast().sequence() >= replay.until();
        long upTo = whole ? replay.until() : events.getLast().sequence();
        lane.offerReplay(replay, wantedNow(lane, events, after, upTo), upTo);
    }

    /** Deliveries that are to go again come into memory part by part. */
    private void fetchFor(RunningLane lane) {
        Refill.Read read = lane.startFetch();
        if (read != null) {
            long webhookId = lane.webhook().id();
            boolean more = true; // as long as they could not be read
            List<SetAside> rows = List.of();
            try {
                rows =
                        database.read(
                                view -> asides.again(view, webhookId, read.after(), Lane.HELD_MAX));
                more = rows.size() == Lane.HELD_MAX;
            } finally {
                lane.restore(read, rows, more);
            }
        }
    }

    /** What the webhook wants now and what does not go out anyway. */
    private List<Wanted> wantedNow(RunningLane lane, List<Event> events, long after, long upTo) {
        long webhookId = lane.webhook().id();
        Map<Long, Integer> counts =
                database.read(view -> attempts.counts(view, webhookId, after, upTo));
        Map<Long, State> aside =
                database.read(view -> asides.statesBetween(view, webhookId, after, upTo));
        Set<Long> merged = database.read(view -> merges.between(view, webhookId, after, upTo));
        var wanted = new ArrayList<Wanted>();
        for (Event event : events) {
            long sequence = event.sequence();
            State state = aside.get(sequence);
            boolean comes = (state != null && state.active()) || merged.contains(sequence);
            if (sequence <= upTo && !comes && lane.wantsNow(event)) {
                wanted.add(
                        new Wanted(
                                sequence,
                                event.subject().toString(),
                                counts.getOrDefault(sequence, 0),
                                state == State.FAILED));
            }
        }
        return wanted;
    }
}
