package org.signalbox.relation;

import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * What the work package that it starts at has to do with another.
 *
 * @param lag how many days lie in between at least, where one follows the other
 */
public record Relation(
        long id,
        RelationType type,
        End from,
        End to,
        @Nullable String description,
        @Nullable Long lag) {

    /** One of the two work packages. */
    public record End(long id, String subject, long projectId) {

        Reference reference() {
            return new Reference(id, subject);
        }
    }
}
