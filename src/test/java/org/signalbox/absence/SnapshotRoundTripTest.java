package org.signalbox.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.hal.Reference;
import tools.jackson.databind.json.JsonMapper;

/** What events hold comes back as it was. */
class SnapshotRoundTripTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant TIME = Instant.parse("2026-03-04T10:15:30.123456Z");

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
        var read = JSON.readValue(JSON.writeValueAsString(detail), AbsenceDetail.class);
        assertThat(read).isEqualTo(detail);
        assertThat(AbsenceHal.single(read, Actor.system()).json())
                .isEqualTo(AbsenceHal.single(detail, Actor.system()).json());
    }
}
