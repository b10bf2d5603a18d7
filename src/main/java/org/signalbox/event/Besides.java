package org.signalbox.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What only some formats show of an event.
 *
 * @param createdBy who made the subject, where the subject itself does not say so; null if nobody
 *     knows
 * @param updatedBefore when the subject had been changed last before this change
 * @param facts what else there is to tell about a subject of this kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Besides(
        @Nullable Long createdBy, @Nullable Instant updatedBefore, @Nullable Object facts) {

    static final Besides NOTHING = new Besides(null, null, null);
}
