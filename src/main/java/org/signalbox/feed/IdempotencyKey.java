package org.signalbox.feed;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Refusal;

/**
 * The word under which a person posts something once.
 *
 * @param fingerprint of the body, to tell a repetition from a mistake
 */
record IdempotencyKey(long userId, String text, String fingerprint) {
    static final String HEADER = "Idempotency-Key";

    private static final int LENGTH_MAX = 255;

    /**
     * The key of a request; null if it has none.
     *
     * @throws Refusal if the header makes no sense
     */
    static @Nullable IdempotencyKey of(long userId, @Nullable String header, byte[] body) {
        if (header == null) {
            return null;
        }
        boolean visible = header.chars().allMatch(c -> c > ' ' && c <= '~');
        if (header.isEmpty() || header.length() > LENGTH_MAX || !visible) {
            throw new Refusal.BadParameter(HEADER);
        }
        return new IdempotencyKey(userId, header, fingerprint(body));
    }

    private static String fingerprint(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
