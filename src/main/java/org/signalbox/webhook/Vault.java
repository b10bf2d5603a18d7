package org.signalbox.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.signalbox.store.CannotStart;

/**
 * Seals what is secret before it goes to the database: AES-256-GCM with a key that stands outside
 * of it. What is sealed names its key, so that a wrong one is told from damage.
 */
public final class Vault {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int TEXT_LENGTH_MIN = 16;
    private static final int ITERATIONS = 200_000;
    private static final byte[] SALT = "signalbox.secret-key".getBytes(UTF_8);

    private final SecretKeySpec key;
    private final String keyId;
    private final RandomGenerator random;

    private Vault(byte[] key, RandomGenerator random) {
        this.key = new SecretKeySpec(key, "AES");
        this.keyId = idOf(key);
        this.random = random;
    }

    /** A vault whose key an operator chose. */
    public static Vault of(String text, RandomGenerator random) {
        if (text.length() < TEXT_LENGTH_MIN) {
            throw new CannotStart(
                    "signalbox.secret-key needs %d characters or more".formatted(TEXT_LENGTH_MIN));
        }
        return new Vault(derived(text), random);
    }

    /** A vault whose key lies in this file, readable by the server alone; made if missing. */
    public static Vault in(Path file, RandomGenerator random) {
        try {
            if (!Files.exists(file)) {
                create(file, random);
            }
            return of(Files.readString(file).strip(), random);
        } catch (IOException e) {
            throw new CannotStart("The key in %s cannot be read or written".formatted(file), e);
        }
    }

    /** The file is there as a whole and for good, or not at all, whenever the power fails. */
    private static void create(Path file, RandomGenerator random) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        String line = Base64.getEncoder().encodeToString(key) + "\n";
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path fresh =
                Files.createTempFile(
                        directory,
                        "secret",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            for (var bytes = UTF_8.encode(line); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.createLink(file, fresh); // never over the key of another server
        } finally {
            Files.delete(fresh);
        }
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    public String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(UTF_8));
        byte[] both =
                ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        return keyId + ":" + Base64.getEncoder().encodeToString(both);
    }

    /**
     * @throws CannotStart when it was sealed with another key
     */
    public String open(String sealed) {
        int colon = sealed.indexOf(':');
        if (!sealed.substring(0, Math.max(colon, 0)).equals(keyId)) {
            throw new CannotStart(
                    "The secrets in this database were encrypted with another key: set"
                            + " signalbox.secret-key, or put the old secret.key back into the data"
                            + " directory");
        }
        var both = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(colon + 1)));
        byte[] nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        byte[] text = new byte[both.remaining()];
        both.get(text);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, text), UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret cannot be read: it was damaged", e);
        }
    }

    private static byte[] derived(String text) {
        try {
            var spec = new PBEKeySpec(text.toCharArray(), SALT, ITERATIONS, KEY_BYTES * 8);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2", e);
        }
    }

    private static String idOf(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("key id".getBytes(UTF_8)), 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
