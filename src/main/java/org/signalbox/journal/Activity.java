package org.signalbox.journal;

import java.time.Instant;
import org.signalbox.hal.Reference;
import tools.jackson.databind.JsonNode;

/**
 * One thing that happened to a work package: a change, or a comment.
 *
 * @param projectId where the work package is now
 * @param version counts what happened to the work package, from 1 for its creation
 * @param comment what the author said; empty for a mere change
 * @param internal whether it is for those alone who may see internal comments
 * @param changes by attribute: {@code from} and {@code to}, as they looked then
 */
public record Activity(
        long id,
        Reference workPackage,
        long projectId,
        long version,
        Reference author,
        String comment,
        boolean internal,
        JsonNode changes,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether somebody said something. */
    boolean hasComment() {
        return !comment.isEmpty();
    }

    Activity saying(String text, Instant now) {
        return with(text, changes, now);
    }

    /** The same with what changed told otherwise. */
    Activity with(JsonNode itsChanges) {
        return with(comment, itsChanges, updatedAt);
    }

    private Activity with(String text, JsonNode itsChanges, Instant at) {
        return new Activity(
                id,
                workPackage,
                projectId,
                version,
                author,
                text,
                internal,
                itsChanges,
                createdAt,
                at);
    }
}
