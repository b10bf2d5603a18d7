package org.signalbox.account;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Holds the place of somebody who is yet to be found, so that work can be planned. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record PlaceholderUser(long id, String name, Instant createdAt, Instant updatedAt)
        implements Principal {}
