package org.signalbox.delivery;

import java.util.Optional;

/** How deliveries are called: by the number of their event, or {@code test-} and a number. */
final class DeliveryIds {
    private static final String TEST = "test-";
    private static final int DIGITS_MAX = 18;

    private DeliveryIds() {}

    static String of(long sequence) {
        return Long.toString(sequence);
    }

    static String ofTest(long id) {
        return TEST + id;
    }

    static Optional<Long> sequence(String id) {
        return number(id);
    }

    static Optional<Long> test(String id) {
        return id.startsWith(TEST) ? number(id.substring(TEST.length())) : Optional.empty();
    }

    private static Optional<Long> number(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= DIGITS_MAX
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
