package org.signalbox.delivery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/**
 * Switches webhooks off whose receivers want no more, where their format says that this ends a
 * subscription. Others stay paused. Until it is done it is tried again, after a restart too.
 */
@Component
final class Departures {
    private static final int LANES_MAX = 256;

    private final Webhooks webhooks;
    private final Formats formats;
    private final Shell shell;
    private final Set<RunningLane> leaving = new LinkedHashSet<>();

    Departures(Webhooks webhooks, Formats formats, Shell shell) {
        this.webhooks = webhooks;
        this.formats = formats;
        this.shell = shell;
    }

    /** Only one thread may call this. */
    void pass() {
        leaving.addAll(shell.gone().take(LANES_MAX));
        for (RunningLane lane : List.copyOf(leaving)) {
            if (lane.isGone() && isEnd(lane)) {
                webhooks.unsubscribe(lane.webhook().id());
                lane.change(rules -> rules.resume(shell.time().instant()));
            }
            leaving.remove(lane);
        }
    }

    private boolean isEnd(RunningLane lane) {
        return formats.get(lane.webhook().format()).conditions().goneUnsubscribes();
    }
}
