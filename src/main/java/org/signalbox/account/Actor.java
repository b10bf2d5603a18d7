package org.signalbox.account;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Refusal;

/**
 * Who is asking: a person, or the system itself.
 *
 * <p>Methods of a {@code …Resource} or {@code …Page} take it as an argument.
 */
public record Actor(User user) {

    private static final Actor SYSTEM =
            new Actor(
                    new User(
                            0,
                            "system",
                            "System",
                            "",
                            "",
                            true,
                            UserStatus.ACTIVE,
                            "en",
                            Employment.UNKNOWN,
                            Instant.EPOCH,
                            Instant.EPOCH));

    /** The server itself. It may and sees everything, and is no person. */
    public static Actor system() {
        return SYSTEM;
    }

    /** Whether this is the server itself. */
    public boolean isSystem() {
        return user.id() == SYSTEM.user.id();
    }

    /** Whether everything is allowed. */
    public boolean isAdmin() {
        return user.admin();
    }

    /**
     * Refuses unless everything is allowed.
     *
     * @throws Refusal.Forbidden for everybody but administrators
     */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw new Refusal.Forbidden();
        }
    }

    /** Whether this is the person with that id. */
    public boolean is(long userId) {
        return user.id() == userId;
    }

    /** The id for an event; null for the system. */
    public @Nullable Long id() {
        return isSystem() ? null : user.id();
    }

    /** The person for an event's snapshot; null for the system. */
    public @Nullable User person() {
        return isSystem() ? null : user;
    }

    /**
     * The parameters that the conditions of {@link Access} name: {@code actorId}, {@code
     * actorAdmin}.
     */
    public Map<String, Object> params() {
        return Map.of("actorId", user.id(), "actorAdmin", user.admin());
    }
}
