package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.calendar.WorkingDays;

class ScheduleTest {
    private static final WorkingDays WEEKDAYS = new WorkingDays(Set.of());

    /** The second of March 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "false, 2026-03-02, 2026-03-06, 5",
        "true,  2026-03-02, 2026-03-06, 5",
        "false, 2026-03-02, 2026-03-09, 6",
        "true,  2026-03-02, 2026-03-09, 8",
        "false, 2026-03-06, 2026-03-09, 2",
        "false, 2026-03-02, 2027-03-01, 261",
        "false, 2026-03-04, 2026-03-04, 1",
    })
    void any_two_give_the_third(
            boolean ignoreNonWorkingDays, LocalDate start, LocalDate due, int days) {
        assertThat(schedule(ignoreNonWorkingDays, start, due, null).completed(WEEKDAYS).duration())
                .isEqualTo(days);
        assertThat(schedule(ignoreNonWorkingDays, start, null, days).completed(WEEKDAYS).due())
                .isEqualTo(due);
        assertThat(schedule(ignoreNonWorkingDays, null, due, days).completed(WEEKDAYS).start())
                .isEqualTo(start);
        assertThat(schedule(ignoreNonWorkingDays, start, due, days).agrees(WEEKDAYS)).isTrue();
        assertThat(schedule(ignoreNonWorkingDays, start, due, days + 1).agrees(WEEKDAYS)).isFalse();
    }

    @Test
    void nobody_works_on_holidays() {
        var start = LocalDate.parse("2026-04-02");
        var due = LocalDate.parse("2026-04-07");
        var easter =
                new WorkingDays(
                        Set.of(
                                LocalDate.parse("2026-04-03"),
                                LocalDate.parse("2026-04-05"),
                                LocalDate.parse("2026-04-06")));

        assertThat(schedule(false, start, due, null).completed(easter).duration()).isEqualTo(2);
        assertThat(schedule(false, start, null, 2).completed(easter).due()).isEqualTo(due);
        assertThat(schedule(false, null, due, 2).completed(easter).start()).isEqualTo(start);
        assertThat(schedule(true, start, due, null).completed(easter).duration()).isEqualTo(6);
        assertThat(schedule(false, start, due, 4).agrees(easter)).isFalse();
    }

    private static Schedule schedule(
            boolean ignoreNonWorkingDays,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable Integer days) {
        return new Schedule(start, due, days, ignoreNonWorkingDays, true);
    }
}
