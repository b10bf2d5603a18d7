package org.signalbox.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies requests as a receiver does, with nothing but the JDK. */
public final class Signed {
    /** What stands before the 32 bytes of a public key of Ed25519 in X.509. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Signed() {}

    /** Whether one of the request's signatures is that of the key pair, {@code whpk_…}. */
    public static boolean byKey(Received request, String publicKey) {
        return signatures(request, "v1a,").stream()
                .anyMatch(signature -> by(publicKey, content(request), signature));
    }

    /** Whether one of them was made with the secret, {@code whsec_…} or plain text. */
    public static boolean bySecret(Received request, String secret) {
        byte[] key =
                secret.startsWith("whsec_")
                        ? Base64.getDecoder().decode(secret.substring(6))
                        : secret.getBytes(UTF_8);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String expected = Base64.getEncoder().encodeToString(mac.doFinal(content(request)));
            return signatures(request, "v1,").contains(expected);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the signature, in base64, is that of the key pair over the content. */
    public static boolean by(String publicKey, byte[] content, String signature) {
        byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509);
        encoded.writeBytes(raw);
        try {
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
            var verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(content);
            return verification.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> signatures(Received request, String version) {
        return List.of(request.header("webhook-signature").split(" ")).stream()
                .filter(one -> one.startsWith(version))
                .map(one -> one.substring(version.length()))
                .toList();
    }

    private static byte[] content(Received request) {
        var content = new ByteArrayOutputStream();
        String head = request.header("webhook-id") + "." + request.header("webhook-timestamp");
        content.writeBytes((head + ".").getBytes(UTF_8));
        content.writeBytes(request.body());
        return content.toByteArray();
    }
}
