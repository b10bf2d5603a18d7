package org.signalbox.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.store.View;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/**
 * How many events that a webhook wants are in the log behind what its lane has read. Where a lane
 * stands still, as a paused one does, only what came since the last question is counted. Safe for
 * use by many threads.
 */
@Component
final class Backlogs {
    private final Map<Long, Counted> counted = new ConcurrentHashMap<>();
    private final Dispatcher dispatcher;
    private final Census census;

    Backlogs(Dispatcher dispatcher, Census census, Webhooks webhooks) {
        this.dispatcher = dispatcher;
        this.census = census;
        webhooks.onChange(counted::remove); // it is counted anew, if there still is such a webhook
    }

    private record Counted(List<Subscription> wanted, long after, long until, long events) {
        boolean holds(Webhook webhook, long readUpTo, long settled) {
            return after == readUpTo && until <= settled && wanted.equals(webhook.subscriptions());
        }
    }

    /** How many it wants after this event. */
    long behind(View view, Webhook webhook, long readUpTo) {
        long settled = Math.max(readUpTo, dispatcher.doneUpTo());
        return upTo(view, webhook, readUpTo, settled)
                + count(view, webhook, settled, Long.MAX_VALUE);
    }

    private long upTo(View view, Webhook webhook, long readUpTo, long settled) {
        if (readUpTo == settled) {
            counted.remove(webhook.id());
            return 0;
        }
        Counted known = counted.get(webhook.id());
        long events =
                known != null && known.holds(webhook, readUpTo, settled)
                        ? known.events() + count(view, webhook, known.until(), settled)
                        : count(view, webhook, readUpTo, settled);
        counted.put(webhook.id(), new Counted(webhook.subscriptions(), readUpTo, settled, events));
        return events;
    }

    private long count(View view, Webhook webhook, long after, long until) {
        List<Subscription> versions = webhook.subscriptions();
        long events = 0;
        for (int i = 0; i < versions.size(); i++) {
            Subscription version = versions.get(i);
            long from = Math.max(after, version.after());
            long end = i + 1 < versions.size() ? versions.get(i + 1).after() : Long.MAX_VALUE;
            long to = Math.min(until, end);
            events += census.count(view, webhook, version, from, to);
        }
        return events;
    }
}
