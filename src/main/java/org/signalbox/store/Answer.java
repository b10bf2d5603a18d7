package org.signalbox.store;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What a waiting caller gets from the thread that works for it: a value or a failure, once. */
final class Answer<T extends @Nullable Object> {
    private final CountDownLatch given = new CountDownLatch(1);
    private @Nullable T value;
    private @Nullable Throwable failure;

    void succeed(T result) {
        value = result;
        given.countDown();
    }

    void fail(Throwable reason) {
        failure = reason;
        given.countDown();
    }

    /**
     * Waits to the end even when interrupted: the work is under way, and an answer that nobody
     * heard would leave the caller not knowing whether it happened.
     */
    @SuppressWarnings("NullAway") // T itself says whether the value may be null
    T await() {
        boolean interrupted = false;
        while (true) {
            try {
                given.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return value;
    }
}
