package org.signalbox.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Limits the guessing of passwords, for each login and for each network address. Within five
 * minutes from the first wrong one, 5 guesses at a login and 30 from an address are let through.
 *
 * <p>An attempt counts as wrong from its beginning until it has {@link #succeeded}, so many at once
 * gain nothing. Only the latest 10,000 logins and addresses are remembered. Safe for use by many
 * threads.
 */
@Component
final class LoginLimit {
    static final int PER_LOGIN_MAX = 5;
    static final int PER_ADDRESS_MAX = 30;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int REMEMBERED_MAX = 10_000;

    private record Tally(int count, Instant since) {}

    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Tally> byLogin = new Remembered();
    private final Map<String, Tally> byAddress = new Remembered();

    LoginLimit(InstantSource time) {
        this.time = time;
    }

    /** Begins an attempt; where there were too many, says how long to wait instead. */
    Optional<Duration> attempt(String login, String address) {
        Instant now = time.instant();
        lock.lock();
        try {
            Duration wait =
                    longer(
                            wait(byLogin.get(login), PER_LOGIN_MAX, now),
                            wait(byAddress.get(address), PER_ADDRESS_MAX, now));
            if (wait.isPositive()) {
                return Optional.of(wait);
            }
            byLogin.merge(login, new Tally(1, now), LoginLimit::sum);
            byAddress.merge(address, new Tally(1, now), LoginLimit::sum);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The attempt was no guess: the login begins anew, and it does not count for the address. */
    void succeeded(String login, String address) {
        lock.lock();
        try {
            byLogin.remove(login);
            byAddress.computeIfPresent(
                    address,
                    (_, tally) ->
                            tally.count() == 1
                                    ? null
                                    : new Tally(tally.count() - 1, tally.since()));
        } finally {
            lock.unlock();
        }
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

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The ones asked for least recently go first. */
    private static final class Remembered extends LinkedHashMap<String, Tally> {
        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > REMEMBERED_MAX;
        }
    }
}
