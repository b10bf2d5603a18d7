package org.signalbox.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.testing.Signed;

/** Published vectors of Standard Webhooks for asymmetric signatures. */
class SigningKeyTest {
    private static final String PUBLISHED =
            "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";
    private static final String PUBLISHED_PUBLIC =
            "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=";
    private static final String COUNTING =
            "whsk_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8DoQe/884Qvh1w3RjnS8CZZ+TWMJulDV8d3IZkElUxuA==";
    private static final String COUNTING_PUBLIC =
            "whpk_A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    PUBLISHED | msg_p5jXN8AQM9LWM0D4loKWxJek | 1614265330 | {"test": 2432232314}      | v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==
                    COUNTING  | evt_1                        | 1700000000 | {"name":"Zoë – 任务 ✅"} | v1a,wa7VLjM/HMTfqfVg3MwldGWMgljJlhqaww2wW5YczsFzZaw3AYNwC6YHu5vEhuUhFWbHhdHxdQE3UcgMrJGwAg==
                    COUNTING  | evt_2                        | 1700000000 | ~~                        | v1a,yHeQLLNwVjxXYZq4W7kiXLy95J+qXFpLz9psgajYBz4lPAQp05nue0z4yAH3q1noepRHB/RameQbDIG05zYTAA==
                    """)
    void the_vectors(String key, String id, long at, String body, String expected) {
        var signer = new SigningKey(key.equals("PUBLISHED") ? PUBLISHED : COUNTING);
        assertThat(standard(id, at, body, List.of(signer))).isEqualTo(expected);
    }

    @Test
    void the_public_keys_of_the_vectors() {
        assertThat(new SigningKey(PUBLISHED).publicKey()).isEqualTo(PUBLISHED_PUBLIC);
        assertThat(new SigningKey(COUNTING).publicKey()).isEqualTo(COUNTING_PUBLIC);
    }

    @Test
    void during_a_rotation_keys_and_secrets_sign_side_by_side() {
        assertThat(
                        standard(
                                ID,
                                1614265330,
                                BODY,
                                List.of(
                                        new SigningKey(PUBLISHED),
                                        new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))))
                .isEqualTo(
                        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg=="
                                + " v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void what_a_new_key_signs_its_public_key_verifies_and_no_other() {
        var random = new SecureRandom();
        var one = SigningKey.generate(random);
        var other = SigningKey.generate(random);
        assertThat(SigningKey.problem(one.text())).isEmpty();
        assertThat(one.publicKey()).isNotEqualTo(other.publicKey());
        byte[] signed = (ID + ".7." + BODY).getBytes(UTF_8);
        String signature = standard(ID, 7, BODY, List.of(one)).substring("v1a,".length());
        assertThat(Signed.by(one.publicKey(), signed, signature)).isTrue();
        assertThat(Signed.by(other.publicKey(), signed, signature)).isFalse();
        assertThat(Signed.by(one.publicKey(), "else".getBytes(UTF_8), signature)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsk_", "whsk_AAEC", "whsk_no base64 at all", PUBLISHED_PUBLIC})
    void no_key(String text) {
        assertThat(SigningKey.problem(text).orElseThrow()).startsWith("must be a key of Ed25519");
        assertThatThrownBy(() -> new SigningKey(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_halves_of_a_key_belong_together() {
        byte[] both = Base64.getDecoder().decode(PUBLISHED.substring(5));
        byte[] other = Base64.getDecoder().decode(COUNTING.substring(5));
        System.arraycopy(other, 32, both, 32, 32);
        String mixed = "whsk_" + Base64.getEncoder().encodeToString(both);
        assertThat(SigningKey.problem(mixed))
                .hasValue("has a public key that does not belong to its private key");
        String seed = "whsk_" + Base64.getEncoder().encodeToString(Arrays.copyOf(both, 32));
        assertThat(SigningKey.problem(seed)).isPresent();
    }

    @Test
    void a_key_does_not_show_its_private_half() {
        assertThat(new SigningKey(PUBLISHED))
                .hasToString("SigningKey[" + PUBLISHED_PUBLIC + "]")
                .isEqualTo(new SigningKey(PUBLISHED))
                .isNotEqualTo(new SigningKey(COUNTING));
    }

    private static String standard(String id, long at, String body, List<Signer> signers) {
        return Signatures.standard(id, Instant.ofEpochSecond(at), body.getBytes(UTF_8), signers);
    }
}
