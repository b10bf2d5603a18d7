package org.signalbox.timeentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Snapshots.PROJECT;
import static org.signalbox.testing.Snapshots.TIME;
import static org.signalbox.testing.Snapshots.again;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.account.Rights;
import org.signalbox.hal.Reference;
import org.signalbox.project.Planning;
import org.signalbox.workpackage.Family;
import org.signalbox.workpackage.ListPlace;
import org.signalbox.workpackage.Schedule;
import org.signalbox.workpackage.WorkPackage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What events hold comes back as it was, or formats would render something else. */
class SnapshotRoundTripTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final WorkPackage WORK_PACKAGE =
            new WorkPackage(
                    93,
                    PROJECT.reference(),
                    new Reference(1, "Task"),
                    false,
                    new Reference(7, "In progress"),
                    new Reference(8, "Normal"),
                    Family.NONE,
                    new Reference(5, "Ana Lima"),
                    null,
                    null,
                    null,
                    null,
                    "Prune trees",
                    "",
                    new Schedule(LocalDate.of(2026, 3, 2), null, null, false, true),
                    Duration.ofHours(8),
                    null,
                    Duration.ofMinutes(90),
                    75L,
                    new ListPlace(new Reference(4, "Spring"), 2),
                    3,
                    TIME,
                    TIME);
    private static final TimeEntryDetail DETAIL =
            new TimeEntryDetail(
                    new TimeEntry(
                            812,
                            PROJECT.reference(),
                            WORK_PACKAGE.reference(),
                            new Reference(5, "Ana Lima"),
                            new Reference(3, "Development"),
                            Duration.ofMinutes(90),
                            false,
                            LocalDate.of(2026, 3, 4),
                            "Review",
                            "",
                            TIME,
                            TIME),
                    PROJECT,
                    WORK_PACKAGE,
                    Actor.system().user(),
                    new Activity(3, "Development", 3, false));

    @Test
    void a_detail_comes_back_as_it_was() {
        var read = again(DETAIL, TimeEntryDetail.class);
        assertThat(read).isEqualTo(DETAIL);
        assertThat(TimeEntryHal.single(read, Rights.ofSystem()).json())
                .isEqualTo(TimeEntryHal.single(DETAIL, Rights.ofSystem()).json());
    }

    @Test
    void fields_of_later_versions_may_be_missing_or_unknown() {
        var json = (ObjectNode) JSON.readTree(JSON.writeValueAsString(DETAIL));
        ((ObjectNode) json.get("project")).remove(List.of("status", "description", "planning"));
        json.put("addedLater", true);
        var read = JSON.treeToValue(json, TimeEntryDetail.class);
        assertThat(read.project().name()).isEqualTo("Orchard");
        assertThat(read.project().status()).isNull();
        assertThat(read.project().planning()).isEqualTo(Planning.OPEN);
    }
}
