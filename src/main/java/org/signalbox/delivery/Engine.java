package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.event.EventLog;
import org.signalbox.loop.Loop;
import org.signalbox.webhook.Webhooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the engine before the server takes requests, and stops it after the last one. */
@Component
final class Engine implements SmartLifecycle {
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Cursors that lag behind, and what attempts came to. */
    private static final Duration CURSORS_EVERY = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Events that a cursor may lag behind in the store while its webhook wants none of them. */
    private static final long CURSOR_LAG_MAX = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Webhooks webhooks;
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final Recorder recorder;
    private final Departures departures;
    private final Shell shell;
    private final Loop dispatching;
    private final Loop catchingUp;
    private final Loop recording;
    private Instant cursorsWritten = Instant.EPOCH;
    private volatile boolean running;

    /** Webhooks that changed while the database could not say what is known of their lanes. */
    private final Set<Long> overdue = ConcurrentHashMap.newKeySet();

    Engine(
            Webhooks webhooks,
            EventLog log,
            Lanes lanes,
            Dispatcher dispatcher,
            CatchUp catchUp,
            Recorder recorder,
            Departures departures,
            Shell shell) {
        this.webhooks = webhooks;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.recorder = recorder;
        this.departures = departures;
        this.shell = shell;
        this.dispatching = new Loop("dispatch", dispatcher::pass, IDLE, shell.surprises());
        this.catchingUp = new Loop("catch-up", catchUp::pass, IDLE, shell.surprises());
        this.recording = new Loop("record", this::record, IDLE, shell.surprises());
        log.onAppend(dispatching::wake);
        webhooks.onChange(this::refresh);
        webhooks.whileChanging(this::hold);
        shell.lagging().onOffer(catchingUp::wake);
        shell.dirty().onOffer(recording::wake);
        shell.gone().onOffer(recording::wake);
    }

    @Override
    public void start() {
        lanes.load();
        dispatcher.begin();
        lanes.all().forEach(lane -> lane.begin(dispatcher));
        lanes.all().stream().filter(RunningLane::isGone).forEach(shell.gone()::offer);
        cursorsWritten = shell.time().instant();
        running = true;
        recording.start();
        catchingUp.start();
        dispatching.start();
    }

    private void refresh(long webhookId) {
        if (running) {
            try {
                lanes.refresh(webhookId, lane -> lane.begin(dispatcher));
            } catch (RuntimeException e) {
                overdue.add(webhookId);
                throw e;
            }
        }
    }

    private Runnable hold(long webhookId) {
        lanes.hold(webhookId, dispatcher.doneUpTo());
        return () -> lanes.release(webhookId, dispatcher);
    }

    private void refreshOverdue() {
        List<Long> due = List.copyOf(overdue);
        overdue.removeAll(due);
        due.forEach(this::refresh);
    }

    private int record() {
        int recorded = recorder.pass();
        webhooks.settle();
        departures.pass();
        lanes.replaceable().forEach(this::refresh);
        refreshOverdue();
        Instant now = shell.time().instant();
        if (Duration.between(cursorsWritten, now).compareTo(CURSORS_EVERY) > 0) {
            cursorsWritten = now;
            recorder.writeCursors(stale(CURSOR_LAG_MAX));
            recorder.writeTally();
        }
        return recorded;
    }

    private List<RunningLane> stale(long lagMax) {
        long done = dispatcher.doneUpTo();
        return lanes.all().stream().filter(lane -> lane.cursorIsStale(done, lagMax)).toList();
    }

    /** Begins nothing new, waits for what is under way, and writes down what came of it. */
    @Override
    public void stop() {
        running = false;
        dispatching.stop();
        catchingUp.stop();
        shell.timers().close();
        int left = shell.underWay().close(PATIENCE);
        if (left > 0) {
            LOG.warn(
                    "{} attempts had no answer when the server stopped; they are made again", left);
        }
        recording.stop();
        recorder.writeCursors(stale(CURSOR_LAG_MAX));
        recorder.writeTally();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
