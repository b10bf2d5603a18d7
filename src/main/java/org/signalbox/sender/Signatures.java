package org.signalbox.sender;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The ways in which a request proves who sent it. */
public final class Signatures {
    private Signatures() {}

    /**
     * The value of {@code webhook-signature}: over id, timestamp and body as Standard Webhooks has
     * it, once for everything that signs, newest first.
     */
    public static String standard(
            String id, Instant at, byte[] body, List<? extends Signer> signers) {
        byte[] prefix = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return signers.stream()
                .map(signer -> signer.signature(prefix, body))
                .collect(Collectors.joining(" "));
    }

    /** The value of {@code X-OP-Signature}: HMAC-SHA1 over the body, in hexadecimal digits. */
    public static String openProject(byte[] body, Secret secret) {
        return "sha1=" + HexFormat.of().formatHex(secret.sha1(body));
    }
}
