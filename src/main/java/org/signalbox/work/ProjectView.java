package org.signalbox.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project with what is in it, laid out. */
record ProjectView(
        long id,
        String name,
        String identifier,
        boolean archived,
        String description,
        List<Fact> facts,
        @Nullable List<MemberRow> members,
        May may) {

    /** What the viewer may do with it. */
    record May(
            boolean edit,
            boolean archive,
            boolean delete,
            boolean add,
            boolean manage,
            boolean log) {}

    /** Somebody who works in it. */
    record MemberRow(long id, String name, String roles, @Nullable String kind) {}
}
