package org.signalbox.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Snapshots.PROJECT;
import static org.signalbox.testing.Snapshots.TIME;
import static org.signalbox.testing.Snapshots.again;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.account.Rights;
import org.signalbox.hal.Reference;

/** What events hold comes back as it was. */
class SnapshotRoundTripTest {
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
        var read = again(detail, AssignmentDetail.class);
        assertThat(read).isEqualTo(detail);
        assertThat(AssignmentHal.single(read, Rights.ofSystem()).json())
                .isEqualTo(AssignmentHal.single(detail, Rights.ofSystem()).json());
    }
}
