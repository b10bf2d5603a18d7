package org.signalbox.timeentry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Link;

/**
 * On what it depends what can be chosen for a time entry.
 *
 * @param projectId where it is to be; null if that is open
 * @param forOthers whether who asks may log the hours of others there
 */
record TimeEntryCircumstances(
        @Nullable Long projectId, boolean forOthers, List<Activity> activities) {

    Choices workPackages() {
        var path = projectId == null ? "/api/v3" : "/api/v3/projects/" + projectId;
        return Choices.at(Link.filtered(path + "/work_packages", "[]"));
    }

    Choices people() {
        var active = "{\"status\":{\"operator\":\"=\",\"values\":[\"active\"]}}";
        var member = ",{\"member\":{\"operator\":\"=\",\"values\":[\"%d\"]}}".formatted(projectId);
        var filters = "[" + active + (projectId == null ? "" : member) + "]";
        return Choices.at(Link.filtered("/api/v3/principals", filters));
    }

    Choices kinds() {
        return Choices.of(activities.stream().map(TimeEntryHal::of).toList());
    }
}
