package org.signalbox.sender;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a signature is made with: {@code whsec_} and a key in base64, or any text of 1 to 255 bytes.
 *
 * @param text as the receiver was given it
 */
public record Secret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int TEXT_BYTES_MAX = 255;
    private static final int KEY_BYTES_MIN = 24;
    private static final int KEY_BYTES_MAX = 64;
    private static final int GENERATED_BYTES = 32;

    public Secret {
        problem(text)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException("A secret " + problem);
                });
    }

    /** A new key of 256 random bits. */
    public static Secret generate(RandomGenerator random) {
        byte[] key = new byte[GENERATED_BYTES];
        random.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** What is wrong with such a secret, as the end of a sentence. */
    public static Optional<String> problem(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0) {
            return Optional.of("can't be blank");
        }
        if (length > TEXT_BYTES_MAX) {
            return Optional.of("is too long (maximum is %d bytes)".formatted(TEXT_BYTES_MAX));
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("must not contain a NUL character");
        }
        return text.startsWith(PREFIX) && !isKey(text)
                ? Optional.of(
                        "must have %d to %d bytes in base64 after %s"
                                .formatted(KEY_BYTES_MIN, KEY_BYTES_MAX, PREFIX))
                : Optional.empty();
    }

    private static boolean isKey(String text) {
        try {
            int length = decoded(text).length;
            return length >= KEY_BYTES_MIN && length <= KEY_BYTES_MAX;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** The key of Standard Webhooks: what the base64 stands for, or the text itself. */
    byte[] key() {
        return text.startsWith(PREFIX) ? decoded(text) : bytes();
    }

    /** The text itself. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Tells nothing, so that no log does. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
