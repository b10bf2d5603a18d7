package org.signalbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OptionsTest {

    @Test
    void asks_for_everything_by_default() {
        var options = Options.of();

        assertThat(options.databases()).containsExactly(Database.SQLITE, Database.POSTGRESQL);
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(Rows.all()).allMatch(options::asksFor);
    }

    @Test
    void takes_rows_and_options_in_any_order() {
        assertThat(Options.of("--quick", "drain", "--rounds", "1", "--database", "sqlite", "flow"))
                .isEqualTo(
                        new Options(List.of("drain", "flow"), List.of(Database.SQLITE), 1, true));
    }

    @Test
    void says_what_it_does_not_know() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("drian"))
                .withMessageContaining("There is no row 'drian'. Rows: drain, flow,");
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("--rounds", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("--database"));
    }
}
