package org.signalbox.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Door;
import tools.jackson.databind.node.ObjectNode;

/**
 * That somebody changed something.
 *
 * @param action the word of an {@link org.signalbox.account.AuditAction}
 * @param subject the thing that was changed
 * @param userId null for the server itself
 * @param userName as it was then
 * @param fields by name: an object with {@code old} and {@code new}, or {@code changed} for a
 *     secret
 */
public record AuditEntry(
        long id,
        Instant createdAt,
        String action,
        Subject subject,
        @Nullable Long userId,
        String userName,
        Door door,
        ObjectNode fields) {

    /** What stands for the value of a secret. */
    public static final String CHANGED = "changed";

    /**
     * The thing that was changed.
     *
     * @param id null for a thing that there is only one of
     * @param name as it was then
     */
    public record Subject(String type, @Nullable String id, String name) {}
}
