package org.signalbox.capability;

import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * That a principal may do something.
 *
 * @param project where; null for everywhere outside of projects
 */
record Capability(String action, @Nullable Reference project, Reference principal) {

    /** Such as {@code work_packages/create/p3-5}. */
    String id() {
        return action + "/" + (project == null ? "g" : "p" + project.id()) + "-" + principal.id();
    }
}
