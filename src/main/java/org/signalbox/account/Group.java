package org.signalbox.account;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.signalbox.hal.Reference;

/** People who are given roles and work together. Its members have what it has. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record Group(
        long id, String name, List<Reference> members, Instant createdAt, Instant updatedAt)
        implements Principal {

    public Group {
        members = List.copyOf(members);
    }

    Group with(List<Reference> newMembers) {
        return new Group(id, name, newMembers, createdAt, updatedAt);
    }
}
