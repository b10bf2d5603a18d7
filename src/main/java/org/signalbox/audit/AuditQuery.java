package org.signalbox.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.AuditAction;

/**
 * Which entries somebody looks for; null says nothing.
 *
 * @param from the moment at which the span begins
 * @param until the moment before which it ends
 * @param before only entries with a lower id
 */
public record AuditQuery(
        @Nullable Long userId,
        @Nullable AuditAction action,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long before) {}
