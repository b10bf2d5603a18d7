package org.signalbox.account;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Secrets that cannot be guessed, as long as the source of randomness is a secure one. */
@Component
final class RandomWords {
    private static final int SECRET_BYTES = 32;
    private static final int PASSWORD_LENGTH = 20;

    /** Without the ones that are easily taken for another. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final RandomGenerator random;

    RandomWords(RandomGenerator random) {
        this.random = random;
    }

    /** A new API token, of 256 random bits. */
    String apiToken() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return ApiTokens.PREFIX + HexFormat.of().formatHex(bytes);
    }

    /** A password that can be typed, of 99 random bits. */
    String password() {
        var password = new StringBuilder(PASSWORD_LENGTH);
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
