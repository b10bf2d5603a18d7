package org.signalbox.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.signalbox.hal.Reference;

/**
 * Who can be a member of a project and be given work: a person, a group of people, or a placeholder
 * for somebody who is yet to be found. They share one space of numbers.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "principalKind", defaultImpl = User.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = User.class, name = "user"),
    @JsonSubTypes.Type(value = Group.class, name = "group"),
    @JsonSubTypes.Type(value = PlaceholderUser.class, name = "placeholder_user")
})
public sealed interface Principal permits User, Group, PlaceholderUser {

    long id();

    String name();

    Instant createdAt();

    Instant updatedAt();

    /** What it is. */
    default PrincipalKind kindOf() {
        return switch (this) {
            case User _ -> PrincipalKind.USER;
            case Group _ -> PrincipalKind.GROUP;
            case PlaceholderUser _ -> PrincipalKind.PLACEHOLDER_USER;
        };
    }

    /** How others refer to it. */
    default Reference reference() {
        return kindOf().reference(id(), name());
    }
}
