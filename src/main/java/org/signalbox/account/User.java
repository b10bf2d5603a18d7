package org.signalbox.account;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** A person, without the password. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record User(
        long id,
        String login,
        String firstName,
        String lastName,
        String email,
        boolean admin,
        UserStatus status,
        String language,
        Employment employment,
        Instant createdAt,
        Instant updatedAt)
        implements Principal {

    /** The full name. */
    @Override
    public String name() {
        return (firstName + " " + lastName).strip();
    }

    /** Whether this person may sign in and use tokens. */
    public boolean active() {
        return status == UserStatus.ACTIVE;
    }

    User with(long assignedId) {
        return new User(
                assignedId,
                login,
                firstName,
                lastName,
                email,
                admin,
                status,
                language,
                employment,
                createdAt,
                updatedAt);
    }

    User with(UserStatus newStatus, Instant now) {
        return new User(
                id,
                login,
                firstName,
                lastName,
                email,
                admin,
                newStatus,
                language,
                employment,
                createdAt,
                now);
    }
}
