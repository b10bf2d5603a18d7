package org.signalbox.account;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Refusal;

/**
 * Who is asking: a person, the system itself, or somebody who is not signed in.
 *
 * <p>Methods of a {@code …Resource} or {@code …Page} take it as an argument.
 *
 * @param discreet whether nobody is to be notified of what they do now
 * @param door how they came in
 */
public record Actor(User user, boolean discreet, Door door) {

    private static final Actor SYSTEM = nobody(0, "system", "System", true);
    private static final Actor ANONYMOUS = nobody(-1, "anonymous", "Anonymous", false);

    /** Somebody of whose changes others are told, without a request of theirs. */
    public Actor(User user) {
        this(user, Door.SERVER);
    }

    /** Somebody of whose changes others are told. */
    public Actor(User user, Door door) {
        this(user, false, door);
    }

    /**
     * The same one.
     *
     * @param others whether others are notified of what they do now; events are told all the same
     */
    public Actor notifying(boolean others) {
        return new Actor(user, !others, door);
    }

    /** The same one, asking from this address. */
    public Actor from(String address) {
        return new Actor(user, discreet, door.from(address));
    }

    /** The server itself. It may and sees everything, and is no person. */
    public static Actor system() {
        return SYSTEM;
    }

    /** Whether this is the server itself. */
    public boolean isSystem() {
        return user.id() == SYSTEM.user.id();
    }

    /**
     * Somebody who is not signed in. They read what the role Anonymous allows in public projects,
     * and change nothing.
     */
    public static Actor anonymous() {
        return ANONYMOUS;
    }

    private static Actor nobody(long id, String login, String name, boolean admin) {
        return new Actor(
                new User(
                        id,
                        login,
                        name,
                        "",
                        "",
                        admin,
                        UserStatus.ACTIVE,
                        "en",
                        Employment.UNKNOWN,
                        Instant.EPOCH,
                        Instant.EPOCH));
    }

    /** Whether this is somebody who is not signed in. */
    public boolean isAnonymous() {
        return user.id() == ANONYMOUS.user.id();
    }

    /**
     * Refuses unless it is known who this is: for what needs no permission, but somebody whose it
     * is.
     *
     * @throws Refusal.Forbidden for who is not signed in
     */
    public void requireSignedIn() {
        if (isAnonymous()) {
            throw new Refusal.Forbidden();
        }
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
        return user.id() == userId && !isAnonymous();
    }

    /**
     * The id for an event; null for the system.
     *
     * @throws Refusal.Forbidden for who is not signed in: nothing happens by them
     */
    public @Nullable Long id() {
        requireSignedIn();
        return isSystem() ? null : user.id();
    }

    /** The person for an event's snapshot; null for the system. */
    public @Nullable User person() {
        return isSystem() ? null : user;
    }

    /**
     * The parameters that the conditions of {@link Access} name: {@code actorId}, {@code
     * actorAdmin}, and {@code actorRole}, the role that one has in public projects by itself.
     */
    public Map<String, Object> params() {
        return Map.of(
                "actorId",
                user.id(),
                "actorAdmin",
                user.admin(),
                "actorRole",
                isAnonymous() ? Role.ANONYMOUS : Role.NON_MEMBER);
    }
}
