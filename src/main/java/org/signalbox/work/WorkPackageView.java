package org.signalbox.work;

import java.util.List;

/** A work package with what happened to it, laid out. */
record WorkPackageView(
        long id,
        String subject,
        String type,
        String status,
        long project,
        String projectName,
        String description,
        List<Fact> facts,
        List<Happening> happenings,
        May may) {

    /** What the viewer may do with it. */
    record May(boolean edit, boolean delete, boolean comment, boolean log) {}

    /**
     * A comment or a change.
     *
     * @param changes a sentence each
     * @param comment as HTML; empty for a mere change
     */
    record Happening(
            String who, String when, List<String> changes, String comment, boolean internal) {}
}
