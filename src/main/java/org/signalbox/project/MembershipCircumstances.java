package org.signalbox.project;

import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Link;

/**
 * On what it depends what can be chosen for a membership.
 *
 * @param projectId null outside of all projects, or if that is open
 */
record MembershipCircumstances(@Nullable Long projectId) {

    Choices principals() {
        var notLocked = "{\"status\":{\"operator\":\"!\",\"values\":[\"3\"]}}";
        var stranger =
                ",{\"member\":{\"operator\":\"!\",\"values\":[\"%d\"]}}".formatted(projectId);
        var filters = "[" + notLocked + (projectId == null ? "" : stranger) + "]";
        return Choices.at(Link.filtered("/api/v3/principals", filters));
    }

    Choices roles() {
        var filters =
                "[{\"grantable\":{\"operator\":\"=\",\"values\":[\"t\"]}},"
                        + "{\"unit\":{\"operator\":\"=\",\"values\":[\"%s\"]}}]"
                                .formatted(projectId == null ? "system" : "project");
        return Choices.at(Link.filtered("/api/v3/roles", filters));
    }
}
