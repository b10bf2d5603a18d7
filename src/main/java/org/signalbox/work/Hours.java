package org.signalbox.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hours as people type and read them: 1.5, 1,5 or 1:30. */
final class Hours {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):([0-5]\\d)");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,6}(?:[.,]\\d{1,6})?");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

    private Hours() {}

    /** Empty if these are no hours. */
    static Optional<Duration> parse(String typed) {
        var clock = CLOCK.matcher(typed.strip());
        if (clock.matches()) {
            return Optional.of(
                    Duration.ofHours(Long.parseLong(clock.group(1)))
                            .plusMinutes(Long.parseLong(clock.group(2))));
        }
        return DECIMAL.matcher(typed.strip()).matches()
                ? Optional.of(
                        Duration.ofSeconds(
                                new BigDecimal(typed.strip().replace(',', '.'))
                                        .multiply(SECONDS)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .longValue()))
                : Optional.empty();
    }

    /** "1.5" where that says it all, else "1:20". */
    static String words(Duration hours, Locale locale) {
        BigDecimal hundredths =
                BigDecimal.valueOf(hours.toSeconds()).multiply(BigDecimal.valueOf(100));
        if (hundredths.remainder(SECONDS).signum() != 0) {
            return "%d:%02d".formatted(hours.toHours(), hours.toMinutesPart());
        }
        BigDecimal decimal = hundredths.divide(SECONDS).movePointLeft(2).stripTrailingZeros();
        int places = Math.max(0, decimal.scale());
        return String.format(locale, "%." + places + "f", decimal);
    }
}
