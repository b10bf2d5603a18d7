package org.signalbox.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.account.Rights;
import org.signalbox.hal.Reference;
import org.signalbox.project.Planning;
import org.signalbox.project.Project;
import tools.jackson.databind.json.JsonMapper;

/** What events hold comes back as it was. */
class SnapshotRoundTripTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant TIME = Instant.parse("2026-03-04T10:15:30.123456Z");
    private static final Project PROJECT =
            new Project(
                    7,
                    "orchard",
                    "Orchard",
                    "",
                    true,
                    true,
                    null,
                    "",
                    List.of(),
                    null,
                    Planning.OPEN,
                    TIME,
                    TIME);

    @Test
    void a_detail_comes_back_as_it_was() {
        var assignment =
                new Assignment(
                        9,
                        new Reference(5, "Ana Lima"),
                        PROJECT.reference(),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 4),
                        Assignment.Mode.HOURS_PER_DAY,
                        new BigDecimal("6.5"),
                        true,
                        "Pruning",
                        3,
                        TIME,
                        TIME);
        var detail = new AssignmentDetail(assignment, PROJECT, Actor.system().user());
        var read = JSON.readValue(JSON.writeValueAsString(detail), AssignmentDetail.class);
        assertThat(read).isEqualTo(detail);
        assertThat(AssignmentHal.single(read, Rights.ofSystem()).json())
                .isEqualTo(AssignmentHal.single(detail, Rights.ofSystem()).json());
    }
}
