package org.signalbox.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** How things are said to the person who looks at the page: their language, their zone, now. */
record Wording(MessageSource messages, Locale locale, ZoneId zone, Instant now) {

    static final String NOTHING = "–";

    /** The text of that key in {@code messages/}. */
    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** "today 07:58:12", "19 Nov 22:41:07". */
    String moment(Instant instant) {
        return today(instant)
                ? say("time.today", format(instant, "HH:mm:ss"))
                : format(instant, sameYear(instant) ? "d MMM HH:mm:ss" : "d MMM yyyy HH:mm:ss");
    }

    /** "3 Oct", "3 Oct 2025". */
    String day(Instant instant) {
        return format(instant, sameYear(instant) ? "d MMM" : "d MMM yyyy");
    }

    /** The shortest that is clear: "14:32" of today, else "3 Nov". */
    String since(Instant instant) {
        return format(
                instant, today(instant) ? "HH:mm" : sameYear(instant) ? "d MMM" : "d MMM yyyy");
    }

    /** "14:32" of today, else "3 Nov 14:32". */
    String minute(Instant instant) {
        return format(instant, today(instant) ? "HH:mm" : "d MMM HH:mm");
    }

    /** "19 Nov 2026, 22:41:06.812". */
    String exact(Instant instant) {
        return format(instant, "d MMM yyyy, HH:mm:ss.SSS");
    }

    /** "21:00". */
    String hour(Instant instant) {
        return format(instant, "HH:mm");
    }

    /** "214 ms", "8.4 s", "2 min". */
    String took(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return say("time.ms", millis);
        }
        return millis < 120_000
                ? say("time.s", decimal(millis / 1000.0))
                : say("time.min", duration.toMinutes());
    }

    /** "512 B", "1.6 kB". */
    String size(long bytes) {
        return bytes < 1000 ? say("size.b", bytes) : say("size.kb", decimal(bytes / 1000.0));
    }

    /** "1,234". */
    String count(long number) {
        return String.format(locale, "%,d", number);
    }

    /** "87.8%"; never 100% while something failed. */
    String rate(long good, long all) {
        if (good == 0) {
            return "0%";
        }
        double percent = Math.floor(1000.0 * good / all) / 10;
        return good == all ? "100%" : decimal(percent) + "%";
    }

    private String decimal(double value) {
        return String.format(locale, "%.1f", value);
    }

    private boolean today(Instant instant) {
        return local(instant).toLocalDate().equals(local(now).toLocalDate());
    }

    private boolean sameYear(Instant instant) {
        return local(instant).getYear() == local(now).getYear();
    }

    private String format(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(local(instant));
    }

    private ZonedDateTime local(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone);
    }
}
