package org.signalbox.hal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ISO 8601 durations as clients write them. Every part may have decimals ({@code PT1.5H}), which
 * {@link Duration#parse} takes of seconds alone, and a week has seven days.
 */
final class Durations {

    private static final String NUMBER = "(\\d{1,12}(?:[.,]\\d{1,12})?)";

    private static final Pattern ISO =
            Pattern.compile(
                    "([-+]?)P(?=.)(?:%1$sW)?(?:%1$sD)?(?:T(?=\\d)(?:%1$sH)?(?:%1$sM)?(?:%1$sS)?)?"
                            .formatted(NUMBER),
                    Pattern.CASE_INSENSITIVE);

    /** The seconds of a week, a day, an hour, a minute and a second, as the pattern's groups. */
    private static final long[] SECONDS = {604_800, 86_400, 3_600, 60, 1};

    private Durations() {}

    /** The duration in whole seconds; what is less is cut off. */
    static Duration parse(String text) {
        var parts = ISO.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("not a duration");
        }
        var length = Duration.ofSeconds(seconds(parts));
        return parts.group(1).equals("-") ? length.negated() : length;
    }

    private static long seconds(Matcher parts) {
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < SECONDS.length; i++) {
            var number = parts.group(i + 2);
            if (number != null) {
                sum =
                        sum.add(
                                new BigDecimal(number.replace(',', '.'))
                                        .multiply(BigDecimal.valueOf(SECONDS[i])));
            }
        }
        return sum.longValue();
    }
}
