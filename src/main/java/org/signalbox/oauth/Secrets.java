package org.signalbox.oauth;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * What cannot be guessed: 256 random bits behind a few letters that say what it is, so that it is
 * recognised where it leaks. With so many bits a plain hash is enough.
 */
@Component
public final class Secrets {
    /** How access tokens begin. */
    public static final String ACCESS = "sbat-";

    private static final String REFRESH = "sbrt-";
    private static final String CLIENT = "sbcs-";
    private static final int BYTES = 32;
    private static final int ID_BYTES = 16;

    private final RandomGenerator random;

    Secrets(RandomGenerator random) {
        this.random = random;
    }

    String accessToken() {
        return ACCESS + hex(BYTES);
    }

    String refreshToken() {
        return REFRESH + hex(BYTES);
    }

    String clientSecret() {
        return CLIENT + hex(BYTES);
    }

    /** No secret, only as good as never given twice. */
    String clientId() {
        return hex(ID_BYTES);
    }

    private String hex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
