package org.signalbox.journal;

import java.time.Instant;
import org.signalbox.hal.Reference;

/** What somebody said about a project as such. */
public record ProjectComment(
        long id,
        Reference project,
        Reference author,
        String text,
        Instant createdAt,
        Instant updatedAt) {}
