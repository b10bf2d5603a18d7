package org.signalbox.sender;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ways in which a request proves who sent it. */
public final class Signatures {
    private Signatures() {}

    /**
     * The value of {@code webhook-signature}: HMAC-SHA256 over id, timestamp and body as Standard
     * Webhooks has it, once for every secret, newest first.
     */
    public static String standard(String id, Instant at, byte[] body, List<Secret> secrets) {
        byte[] prefix = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + base64(hmac("HmacSHA256", secret.key(), prefix, body)))
                .collect(Collectors.joining(" "));
    }

    /** The value of {@code X-OP-Signature}: HMAC-SHA1 over the body, in hexadecimal digits. */
    public static String openProject(byte[] body, Secret secret) {
        return "sha1=" + HexFormat.of().formatHex(hmac("HmacSHA1", secret.bytes(), body));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
