package org.signalbox.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Whether the last write found a database that can write. On a full disk one can still read. */
final class Writable {
    private volatile boolean assumed = true;

    <T extends @Nullable Object> T watch(Supplier<? extends T> write) {
        try {
            T result = write.get();
            assumed = true;
            return result;
        } catch (DataAccessResourceFailureException e) {
            assumed = false;
            throw e;
        }
    }

    boolean isAssumed() {
        return assumed;
    }
}
