package org.signalbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Remembers valid tokens for some seconds. Safe for use by many threads.
 *
 * <p>Each entry belongs to a generation, taken before its row was read, and {@link #forgetAll}
 * begins a new one. So an entry that was read before a change was committed is never used after it.
 * The age limit is for changes that another node made.
 */
@Component
final class TokenCache {
    private static final Duration AGE_MAX = Duration.ofSeconds(10);
    private static final int ENTRIES_MAX = 1_000;

    private record Entry(long generation, Instant readAt, ApiTokenStore.Owned owned) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    Optional<ApiTokenStore.Owned> get(
            String hash, Instant now, Supplier<Optional<ApiTokenStore.Owned>> read) {
        Entry known = entries.get(hash);
        if (known != null
                && known.generation() == generation.get()
                && now.isBefore(known.readAt().plus(AGE_MAX))) {
            return Optional.of(known.owned());
        }
        long before = generation.get();
        Optional<ApiTokenStore.Owned> found = read.get();
        found.ifPresent(owned -> remember(hash, new Entry(before, now, owned)));
        return found;
    }

    void forgetAll() {
        generation.incrementAndGet();
        entries.clear();
    }

    private void remember(String hash, Entry entry) {
        if (entries.size() >= ENTRIES_MAX) {
            entries.clear();
        }
        entries.put(hash, entry);
    }
}
