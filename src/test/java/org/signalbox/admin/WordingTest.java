package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class WordingTest {

    private final Wording wording =
            new Wording(
                    messages(),
                    Locale.ENGLISH,
                    ZoneId.of("Europe/Berlin"),
                    Instant.parse("2026-11-20T15:20:04Z"));

    @Test
    void times_are_the_viewers_and_say_the_day_only_where_it_is_needed() {
        Instant today = Instant.parse("2026-11-20T06:58:12Z");
        Instant yesterday = Instant.parse("2026-11-19T21:41:06.812Z");

        assertThat(wording.moment(today)).isEqualTo("today 07:58:12");
        assertThat(wording.moment(yesterday)).isEqualTo("19 Nov 22:41:06");
        assertThat(wording.since(today)).isEqualTo("07:58");
        assertThat(wording.since(yesterday)).isEqualTo("19 Nov");
        assertThat(wording.minute(yesterday)).isEqualTo("19 Nov 22:41");
        assertThat(wording.exact(yesterday)).isEqualTo("19 Nov 2026, 22:41:06.812");
        assertThat(wording.moment(Instant.parse("2025-03-01T08:00:00Z")))
                .isEqualTo("1 Mar 2025 09:00:00");
    }

    @Test
    void why_there_was_no_answer_is_said_in_the_language_of_the_page() {
        var german =
                new FailureWords(
                        new Wording(
                                messages(),
                                Locale.GERMAN,
                                ZoneId.of("Europe/Berlin"),
                                Instant.parse("2026-11-20T15:20:04Z")));

        assertThat(german.of("No answer within 30 s"))
                .isEqualTo("Keine Antwort innerhalb von 30 s");
        assertThat(german.of("The name a.example does not exist"))
                .isEqualTo("Den Namen a.example gibt es nicht");
        assertThat(german.of("b.example refused the connection on port 8443"))
                .isEqualTo("b.example hat die Verbindung auf Port 8443 abgelehnt");
        assertThat(
                        german.of(
                                "10.20.4.12 is in a private network, which webhooks may not reach."
                                        + " Use a public address, or ask the operator to allow this"
                                        + " network (signalbox.egress.allowed-networks)."))
                .startsWith("10.20.4.12 liegt in einem privaten Netz")
                .endsWith("dieses Netz zu erlauben (signalbox.egress.allowed-networks).");
        assertThat(german.of("Something new")).isEqualTo("Something new");
        assertThat(new FailureWords(wording).of("No answer within 30 s"))
                .isEqualTo("No answer within 30 s");
    }

    @Test
    void durations_sizes_and_counts_are_short() {
        assertThat(wording.took(Duration.ofMillis(214))).isEqualTo("214 ms");
        assertThat(wording.took(Duration.ofMillis(8400))).isEqualTo("8.4 s");
        assertThat(wording.took(Duration.ofMinutes(3))).isEqualTo("3 min");
        assertThat(wording.size(1600)).isEqualTo("1.6 kB");
        assertThat(wording.count(1234)).isEqualTo("1,234");
    }

    @Test
    void a_rate_is_never_rounded_up_to_perfect() {
        assertThat(wording.rate(100_000, 100_000)).isEqualTo("100%");
        assertThat(wording.rate(99_999, 100_000)).isEqualTo("99.9%");
        assertThat(wording.rate(79, 90)).isEqualTo("87.7%");
    }

    @Test
    void in_german_dates_and_numbers_are_written_as_there() {
        Wording german =
                new Wording(
                        messages(),
                        Locale.GERMAN,
                        ZoneId.of("Europe/Berlin"),
                        Instant.parse("2026-11-20T15:20:04Z"));

        assertThat(german.moment(Instant.parse("2026-11-20T06:58:12Z")))
                .isEqualTo("heute 07:58:12");
        assertThat(german.day(Instant.parse("2025-10-03T08:00:00Z"))).isEqualTo("3. Okt. 2025");
        assertThat(german.minute(Instant.parse("2026-05-01T08:00:00Z"))).isEqualTo("1. Mai 10:00");
        assertThat(german.count(1234)).isEqualTo("1.234");
        assertThat(german.rate(79, 90)).isEqualTo("87,7\u00a0%");
        assertThat(german.took(Duration.ofMillis(8400))).isEqualTo("8,4 s");
    }

    private static MessageSource messages() {
        try {
            return Messages.messageSource();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
