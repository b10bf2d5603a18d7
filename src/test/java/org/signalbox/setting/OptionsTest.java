package org.signalbox.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.account.Deed;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.testing.TestDatabases;

@Tag("api")
class OptionsTest {
    private final Database database = TestDatabases.open();
    private final List<Deed> written = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private final Options here = node();
    private final Options elsewhere = node();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void another_node_follows_within_a_second() {
        assertThat(elsewhere.current().maxPageSize()).isEqualTo(1000);

        assertThat(here.change(Actor.system(), draft("77", ""), 1)).isEmpty();

        assertThat(here.current().maxPageSize()).isEqualTo(77);
        assertThat(elsewhere.max()).isEqualTo(1000);
        now = now.plusMillis(500);
        assertThat(elsewhere.max()).isEqualTo(77);
    }

    @Test
    void what_was_known_goes_on_while_the_database_is_away() {
        database.close();
        now = now.plusSeconds(10);

        assertThat(here.current().restEnabled()).isTrue();
    }

    @Test
    void who_saw_an_older_version_changes_nothing() {
        assertThat(here.change(Actor.system(), draft("77", ""), 1)).isEmpty();

        assertThatThrownBy(() -> elsewhere.change(Actor.system(), draft("88", ""), 1))
                .isInstanceOf(Refusal.Conflict.class);

        assertThat(here.saved(Actor.system()).options().maxPageSize()).isEqualTo(77);
        assertThat(here.saved(Actor.system()).version()).isEqualTo(2);
    }

    @Test
    void nothing_new_is_no_change_whatever_was_seen() {
        assertThat(here.change(Actor.system(), draft("77", ""), 1)).isEmpty();
        assertThat(here.change(Actor.system(), draft("77", ""), 1)).isEmpty();

        assertThat(here.saved(Actor.system()).version()).isEqualTo(2);
        assertThat(written).hasSize(1);
        assertThat(written.getFirst().changes().keySet()).containsExactly("apiv3_max_page_size");
    }

    @Test
    void a_page_size_has_limits() {
        for (String text : List.of("49", "-1", "", "many", "1.5", "０８０")) {
            assertThat(here.change(Actor.system(), draft(text, ""), 1))
                    .as(text)
                    .extracting(Mistake::what)
                    .containsExactly("too_small");
        }
        assertThat(here.change(Actor.system(), draft("10001", ""), 1))
                .extracting(Mistake::what)
                .containsExactly("too_large");
        assertThat(here.change(Actor.system(), draft("99999999999999", ""), 1)).hasSize(1);
        assertThat(here.saved(Actor.system()).version()).isEqualTo(1);
        assertThat(here.change(Actor.system(), draft(" 50 ", ""), 1)).isEmpty();
    }

    @Test
    void origins_are_kept_while_they_are_not_used() {
        var on = new OptionsDraft(true, "1000", true, true, "https://a.example\r\nhttp://b:81");
        assertThat(here.change(Actor.system(), on, 1)).isEmpty();
        assertThat(here.current().allows("http://b:81")).isTrue();
        assertThat(here.current().allows("http://b")).isFalse();

        var off = new OptionsDraft(true, "1000", true, false, "half of it");
        assertThat(here.change(Actor.system(), off, 2)).isEmpty();

        assertThat(here.current().allows("http://b:81")).isFalse();
        assertThat(here.current().corsOrigins())
                .containsExactly("https://a.example", "http://b:81");
    }

    private static OptionsDraft draft(String pageSize, String origins) {
        return new OptionsDraft(true, pageSize, true, false, origins);
    }

    private Options node() {
        return new Options(
                database, () -> now, new OptionStore(), (_, _, deed) -> written.add(deed));
    }
}
