package org.signalbox.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Creates many webhooks through the API, several at once. */
final class Webhooks {
    private static final int AT_ONCE = 8;

    private Webhooks() {}

    /**
     * Webhooks with an inbox each, which share a tally.
     *
     * @param type what each is to subscribe to, by its number
     */
    static Inbox[] create(Stage stage, Tally tally, int count, IntFunction<String> type)
            throws Exception {
        var inboxes = new Inbox[count];
        Server server = stage.server();
        var parts = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int part = 0; part < AT_ONCE; part++) {
                int from = part;
                parts.add(
                        threads.submit(() -> {
                            create(server, stage.receiver(), tally, inboxes, from, type);
                            return null;
                        }));
            }
            for (Future<?> part : List.copyOf(parts)) {
                part.get();
            }
        }
        return inboxes;
    }

    private static void create(
            Server server,
            Receiver receiver,
            Tally tally,
            Inbox[] inboxes,
            int from,
            IntFunction<String> type)
            throws IOException {
        try (var api = new Api(server)) {
            for (int i = from; i < inboxes.length; i += AT_ONCE) {
                inboxes[i] = receiver.inbox(tally);
                api.subscribe(inboxes[i], type.apply(i));
            }
        }
    }
}
