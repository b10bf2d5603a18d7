package org.signalbox.webhook;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names for webhooks from where names may be the same, or where there are none. */
@Component
public final class FreeNames {
    private static final int LENGTH_MAX = 255;
    private static final int NUMBER_LENGTH_MAX = 10;

    private final Webhooks webhooks;

    FreeNames(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** This one, or with a number behind it if another webhook has it already. */
    public String like(String name) {
        var taken =
                webhooks.all().stream()
                        .map(webhook -> webhook.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        String plain = name.strip();
        String start =
                plain.substring(0, Math.min(plain.length(), LENGTH_MAX - NUMBER_LENGTH_MAX))
                        .strip();
        return Stream.concat(
                        Stream.of(plain),
                        IntStream.iterate(2, number -> number + 1)
                                .mapToObj(number -> "%s (%d)".formatted(start, number)))
                .filter(free -> !taken.contains(free.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}
