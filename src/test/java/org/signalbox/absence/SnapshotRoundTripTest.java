package org.signalbox.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Snapshots.TIME;
import static org.signalbox.testing.Snapshots.again;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.hal.Reference;

/** What events hold comes back as it was. */
class SnapshotRoundTripTest {
    @Test
    void a_detail_comes_back_as_it_was() {
        var absence =
                new Absence(
                        9,
                        new Reference(5, "Ana Lima"),
                        Absence.Kind.TRAINING,
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 4),
                        true,
                        false,
                        "Pruning",
                        TIME,
                        TIME);
        var detail = new AbsenceDetail(absence, Actor.system().user());
        var read = again(detail, AbsenceDetail.class);
        assertThat(read).isEqualTo(detail);
        assertThat(AbsenceHal.single(read, Actor.system()).json())
                .isEqualTo(AbsenceHal.single(detail, Actor.system()).json());
    }
}
