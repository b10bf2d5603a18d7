package org.signalbox.admin;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.signalbox.hal.Years;
import org.springframework.context.MessageSource;

/** How things are said to the person who looks at the page: their language, their zone, now. */
public record Wording(MessageSource messages, Locale locale, ZoneId zone, Instant now) {

    /** Stands where there is no value. */
    public static final String NOTHING = "–";

    /** The text of that key in {@code messages/}. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The same, or these words where there is no such key. */
    public String sayOr(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }

    /** "On", "Off". */
    public String onOff(boolean on) {
        return say(on ? "switch.on" : "switch.off");
    }

    /** What a rule said, in the viewer's language; as it is where that is not known. */
    public String ruled(String said) {
        return Rule.say(said, this).orElse(said);
    }

    /** "today 07:58:12", "19 Nov 22:41:07". */
    public String moment(Instant instant) {
        return today(instant)
                ? say("time.today", format(instant, "HH:mm:ss"))
                : day(instant) + format(instant, " HH:mm:ss");
    }

    /** "3 Oct", "3 Oct 2025". */
    public String day(Instant instant) {
        return day(local(instant).toLocalDate());
    }

    /** The same of a day without a time. */
    public String day(LocalDate day) {
        return format(day, day.getYear() == local(now).getYear() ? "time.day" : "time.day.year");
    }

    /** The day that it is for the viewer. */
    public LocalDate today() {
        return local(now).toLocalDate();
    }

    /** The shortest that is clear: "14:32" of today, else "3 Nov". */
    public String since(Instant instant) {
        return today(instant) ? format(instant, "HH:mm") : day(instant);
    }

    /** "14:32" of today, else "3 Nov 14:32". */
    public String minute(Instant instant) {
        String time = format(instant, "HH:mm");
        return today(instant)
                ? time
                : format(local(instant).toLocalDate(), "time.day") + " " + time;
    }

    /** "19 Nov 2026, 22:41:06.812". */
    public String exact(Instant instant) {
        return format(local(instant).toLocalDate(), "time.day.year")
                + format(instant, ", HH:mm:ss.SSS");
    }

    /** What a field for date and time holds: "2026-11-20T16:20", in the reader's zone. */
    String field(Instant instant) {
        return format(instant, "yyyy-MM-dd'T'HH:mm");
    }

    /** What was typed into such a field; none where it is empty or no moment. */
    Optional<Instant> read(String field) {
        try {
            Instant moment = LocalDateTime.parse(field).atZone(zone).toInstant();
            return Optional.of(Years.checked(moment));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** "16:20:04". */
    String hourMinuteSecond(Instant instant) {
        return format(instant, "HH:mm:ss");
    }

    /** The same of now. */
    String clock() {
        return hourMinuteSecond(now);
    }

    /** "21:00". */
    public String hour(Instant instant) {
        return format(instant, "HH:mm");
    }

    /** "214 ms", "8.4 s", "2 min". */
    public String took(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return say("time.ms", millis);
        }
        return millis < 120_000
                ? say("time.s", decimal(millis / 1000.0))
                : say("time.min", duration.toMinutes());
    }

    /** The two largest units: "40 s", "14 min", "17 h 39 min", "3 d 4 h". */
    String span(Duration duration) {
        if (duration.toMinutes() < 1) {
            return say("time.seconds", Math.max(0, duration.toSeconds()));
        }
        if (duration.toHours() < 1) {
            return say("time.min", duration.toMinutes());
        }
        return duration.toDays() < 1
                ? say("time.h_min", duration.toHours(), duration.toMinutesPart())
                : say("time.d_h", duration.toDays(), duration.toHoursPart());
    }

    /** "512 B", "1.6 kB". */
    public String size(long bytes) {
        return bytes < 1000 ? say("size.b", bytes) : say("size.kb", decimal(bytes / 1000.0));
    }

    /** "1,234". */
    public String count(long number) {
        return String.format(locale, "%,d", number);
    }

    /** "87.8%"; never 100% while something failed. */
    public String rate(long good, long all) {
        if (good == 0 || good == all) {
            return say("percent", good == 0 ? "0" : "100");
        }
        return say("percent", decimal(Math.floor(1000.0 * good / all) / 10));
    }

    private String decimal(double value) {
        return String.format(locale, "%.1f", value);
    }

    private boolean today(Instant instant) {
        return local(instant).toLocalDate().equals(today());
    }

    private String format(LocalDate day, String key) {
        return DateTimeFormatter.ofPattern(say(key), locale).format(day);
    }

    private String format(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(local(instant));
    }

    private ZonedDateTime local(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone);
    }
}
