package org.signalbox.sender;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a signature is made with: {@code whsec_} and a key in base64, or any text of 1 to 255 bytes.
 * Immutable and safe for use by many threads.
 */
public final class Secret implements Signer {
    private static final String PREFIX = "whsec_";
    private static final int TEXT_BYTES_MAX = 255;
    private static final int KEY_BYTES_MIN = 24;
    private static final int KEY_BYTES_MAX = 64;
    private static final int GENERATED_BYTES = 32;

    private final String text;
    private final Mac sha256;
    private final Mac sha1;

    /**
     * @param text as the receiver was given it
     */
    public Secret(String text) {
        problem(text)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException("A secret " + problem);
                });
        this.text = text;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        this.sha256 = keyed("HmacSHA256", text.startsWith(PREFIX) ? decoded(text) : bytes);
        this.sha1 = keyed("HmacSHA1", bytes);
    }

    private static Mac keyed(String algorithm, byte[] key) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
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

    /** As the receiver was given it. */
    @Override
    public String text() {
        return text;
    }

    /** HMAC-SHA256 with the key of Standard Webhooks: what the base64 stands for, or the text. */
    @Override
    public String signature(byte[]... parts) {
        return "v1," + Base64.getEncoder().encodeToString(hmac(sha256, parts));
    }

    /** HMAC-SHA1 with the text itself as its key. */
    byte[] sha1(byte[]... parts) {
        return hmac(sha1, parts);
    }

    /** A copy of one that has its key costs a fraction of a new one. */
    private static byte[] hmac(Mac keyed, byte[]... parts) {
        try {
            var mac = (Mac) keyed.clone();
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's own HMACs can be copied", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && text.equals(secret.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Tells nothing, so that no log does. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
