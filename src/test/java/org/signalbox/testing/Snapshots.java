package org.signalbox.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.signalbox.hal.Reference;
import org.signalbox.project.Planning;
import org.signalbox.project.Project;
import org.signalbox.project.ProjectStatus;
import tools.jackson.databind.json.JsonMapper;

/** What events hold, and how it comes back. */
public final class Snapshots {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** With all digits that are kept. */
    public static final Instant TIME = Instant.parse("2026-03-04T10:15:30.123456Z");

    /** A project that says something of everything. */
    public static final Project PROJECT =
            new Project(
                    7,
                    "orchard",
                    "Orchard",
                    "Fruit",
                    true,
                    true,
                    ProjectStatus.ON_TRACK,
                    "",
                    List.of(new Reference(3, "Garden")),
                    new Reference(11, "Harbor Lane"),
                    new Planning(
                            "OR-7",
                            LocalDate.of(2026, 3, 1),
                            null,
                            Duration.ofHours(100),
                            false,
                            "#00ff00",
                            List.of("fruit"),
                            Planning.Certainty.TENTATIVE),
                    TIME,
                    TIME);

    private Snapshots() {}

    /** The same as it is read from what was written of it. */
    public static <T> T again(T detail, Class<T> type) {
        return JSON.readValue(JSON.writeValueAsString(detail), type);
    }
}
