package org.signalbox.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Limits the guessing of passwords. Within five minutes from the first wrong one, 5 guesses at a
 * login from one network address are let through, 30 from an address and 300 at a login: who is
 * guessed at by somebody can still sign in from where they are.
 *
 * <p>An attempt counts as wrong from its beginning until it has {@link #succeeded}, so many at once
 * gain nothing. Only the latest 10,000 of each are remembered. Safe for use by many threads.
 */
@Component
final class LoginLimit {
    static final int PER_BOTH_MAX = 5;
    static final int PER_ADDRESS_MAX = 30;
    static final int PER_LOGIN_MAX = 300;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int REMEMBERED_MAX = 10_000;

    private record Tally(int count, Instant since) {}

    private record Both(String login, String address) {}

    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Both, Tally> byBoth = new Remembered<>();
    private final Map<String, Tally> byAddress = new Remembered<>();
    private final Map<String, Tally> byLogin = new Remembered<>();

    LoginLimit(InstantSource time) {
        this.time = time;
    }

    /** Begins an attempt; where there were too many, says how long to wait instead. */
    Optional<Duration> attempt(String login, String address) {
        Instant now = time.instant();
        var both = new Both(login, address);
        lock.lock();
        try {
            Duration wait =
                    Stream.of(
                                    wait(byBoth.get(both), PER_BOTH_MAX, now),
                                    wait(byAddress.get(address), PER_ADDRESS_MAX, now),
                                    wait(byLogin.get(login), PER_LOGIN_MAX, now))
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
            if (wait.isPositive()) {
                return Optional.of(wait);
            }
            byBoth.merge(both, new Tally(1, now), LoginLimit::sum);
            byAddress.merge(address, new Tally(1, now), LoginLimit::sum);
            byLogin.merge(login, new Tally(1, now), LoginLimit::sum);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The attempt was no guess: the login begins anew there, and it does not count otherwise. */
    void succeeded(String login, String address) {
        lock.lock();
        try {
            byBoth.remove(new Both(login, address));
            byAddress.computeIfPresent(address, (_, tally) -> less(tally));
            byLogin.computeIfPresent(login, (_, tally) -> less(tally));
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable Tally less(Tally tally) {
        return tally.count() == 1 ? null : new Tally(tally.count() - 1, tally.since());
    }

    private static Duration wait(@Nullable Tally tally, int max, Instant now) {
        return tally == null || tally.count() < max
                ? Duration.ZERO
                : Duration.between(now, tally.since().plus(WINDOW));
    }

    private static Tally sum(Tally before, Tally attempt) {
        return attempt.since().isBefore(before.since().plus(WINDOW))
                ? new Tally(before.count() + 1, before.since())
                : attempt;
    }

    /** The ones asked for least recently go first. */
    private static final class Remembered<K> extends LinkedHashMap<K, Tally> {
        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Tally> eldest) {
            return size() > REMEMBERED_MAX;
        }
    }
}
