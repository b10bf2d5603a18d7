package org.signalbox.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;

/**
 * What a webhook wants, from some moment on.
 *
 * @param after it holds for events with a higher sequence than this
 * @param format the id of the format that the names of events belong to
 * @param events names of events, as they were chosen
 * @param packaging always plain where the format leaves no choice
 * @param projects ids of the chosen projects; without meaning when all projects are wanted
 * @param since when that was; null where it was not written down
 * @param by the user who chose so; null when nobody did, or where it was not written down
 */
public record Subscription(
        long after,
        boolean enabled,
        String format,
        Packaging packaging,
        List<String> events,
        boolean allProjects,
        Set<Long> projects,
        @Nullable Instant since,
        @Nullable Long by) {

    public Subscription {
        events = List.copyOf(events);
        projects = Set.copyOf(projects);
    }

    /** Whether it wants what happens in the event's project, if it wants such events at all. */
    public boolean covers(Event event) {
        return enabled && takesProjectOf(event);
    }

    /** Whether the event's project is one of its projects. */
    public boolean takesProjectOf(Event event) {
        Long projectId = event.projectId();
        return allProjects || (projectId != null && projects.contains(projectId));
    }

    Subscription off() {
        return new Subscription(
                after, false, format, packaging, events, allProjects, projects, since, by);
    }

    Subscription from(long sequence, Instant moment, @Nullable Long chooser) {
        return new Subscription(
                sequence,
                enabled,
                format,
                packaging,
                events,
                allProjects,
                projects,
                moment,
                chooser);
    }
}
