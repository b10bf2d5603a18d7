package org.signalbox.sender;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A key pair of Ed25519 as Standard Webhooks writes it: {@code whsk_} and, in base64, the 32 bytes
 * that the private key is made of and the 32 of the public one. Who verifies needs the public key
 * alone. Immutable and safe for use by many threads.
 */
public final class SigningKey implements Signer {
    private static final String PREFIX = "whsk_";
    private static final String PUBLIC_PREFIX = "whpk_";
    private static final String ALGORITHM = "Ed25519";
    private static final int HALF = 32;

    private final String text;
    private final PrivateKey key;

    /**
     * @throws IllegalArgumentException if it is none
     */
    public SigningKey(String text) {
        problem(text)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException("A key " + problem);
                });
        this.text = text;
        this.key = privateKey(Arrays.copyOf(decoded(text), HALF));
    }

    /** A new one. */
    public static SigningKey generate(RandomGenerator random) {
        byte[] seed = new byte[HALF];
        random.nextBytes(seed);
        byte[] both = Arrays.copyOf(seed, 2 * HALF);
        System.arraycopy(publicOf(seed), 0, both, HALF, HALF);
        return new SigningKey(PREFIX + base64(both));
    }

    /** Whether this is meant to be one. */
    public static boolean isMeant(String text) {
        return text.startsWith(PREFIX);
    }

    /** What is wrong with such a key, as the end of a sentence. */
    public static Optional<String> problem(String text) {
        byte[] both = isMeant(text) ? decoded(text) : new byte[0];
        if (both.length != 2 * HALF) {
            return Optional.of(
                    "must be a key of Ed25519: whsk_ and in base64 the 32 bytes of the private key"
                            + " and the 32 bytes of the public key");
        }
        byte[] derived = publicOf(Arrays.copyOf(both, HALF));
        return Arrays.equals(derived, Arrays.copyOfRange(both, HALF, 2 * HALF))
                ? Optional.empty()
                : Optional.of("has a public key that does not belong to its private key");
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static PrivateKey privateKey(byte[] seed) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    /**
     * The JDK computes a public key only when it makes a pair, so it makes one with this for
     * chance. The key ends its X.509 form.
     */
    private static byte[] publicOf(byte[] seed) {
        try {
            var pairs = KeyPairGenerator.getInstance(ALGORITHM);
            pairs.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - HALF, encoded.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    /** No chance at all. */
    private static final class Fixed extends SecureRandom {
        private final transient byte[] bytes;

        Fixed(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }

    @Override
    public String text() {
        return text;
    }

    /** What receivers verify with: {@code whpk_} and the key in base64. */
    public String publicKey() {
        return PUBLIC_PREFIX + base64(Arrays.copyOfRange(decoded(text), HALF, 2 * HALF));
    }

    @Override
    public String signature(byte[]... parts) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            for (byte[] part : parts) {
                signature.update(part);
            }
            return "v1a," + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs with Ed25519", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningKey another && text.equals(another.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Tells nothing secret, so that no log does. */
    @Override
    public String toString() {
        return "SigningKey[" + publicKey() + "]";
    }
}
