package org.signalbox.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does something many times through the API, several at once. */
final class Crowd {
    private static final int AT_ONCE = 8;

    /** What is done with one of the numbers. */
    interface Task {
        void run(Api api, int number) throws IOException;
    }

    private Crowd() {}

    /** Does it for every number below the count. */
    static void each(Server server, int count, Task task) throws Exception {
        var parts = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int part = 0; part < AT_ONCE; part++) {
                int from = part;
                parts.add(
                        threads.submit(() -> {
                            run(server, from, count, task);
                            return null;
                        }));
            }
            for (Future<?> part : List.copyOf(parts)) {
                part.get();
            }
        }
    }

    private static void run(Server server, int from, int count, Task task) throws IOException {
        try (var api = new Api(server)) {
            for (int number = from; number < count; number += AT_ONCE) {
                task.run(api, number);
            }
        }
    }
}
