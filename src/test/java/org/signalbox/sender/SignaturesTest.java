package org.signalbox.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published vectors of Standard Webhooks and of receivers of OpenProject. */
class SignaturesTest {
    private static final String KEY_24 = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private static final String KEY_32 = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String KEY_64 =
            "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj9AQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpbXF1eXw==";
    private static final String PUBLISHED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PUBLISHED_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String PUBLISHED_BODY = "{\"test\": 2432232314}";

    @Test
    void the_published_vector() {
        assertThat(standard(PUBLISHED_ID, 1614265330, PUBLISHED_BODY, PUBLISHED))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void during_a_rotation_both_secrets_sign() {
        assertThat(standard(PUBLISHED_ID, 1614265330, PUBLISHED_BODY, KEY_32, PUBLISHED))
                .isEqualTo(
                        "v1,O4Gjv1HqPqsMrjmczoggs/sWA8gZD0VyHG+fLh4+ktI="
                                + " v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void text_in_many_scripts() {
        assertThat(standard("evt_1", 1700000000, "{\"name\":\"Zoë – 任务 ✅\"}", KEY_32))
                .isEqualTo("v1,BNNuuQslxO+61pp59vZ2rA2XtcWeZD229ZYZ5415URk=");
    }

    @Test
    void an_empty_body() {
        assertThat(standard("evt_2", 1700000000, "", KEY_32))
                .isEqualTo("v1,EgmL6zK2pZyIk16o+zf26qt3E+E9Ox09Z8C/EbTGZ+o=");
    }

    @Test
    void a_key_of_64_bytes() {
        String body =
                "{\"type\":\"work_package.created\",\"timestamp\":\"2023-11-14T22:13:20Z\",\"data\":{\"id\":42}}";
        assertThat(standard("evt_3", 1700000000, body, KEY_64))
                .isEqualTo("v1,nd0GPH9QqGHIi58PPi/3R+XYNmMeMEuaIQKKFd6qCDE=");
    }

    @Test
    void a_key_of_24_bytes() {
        assertThat(standard("evt_4", 1700000000, "{\"a\":1}", KEY_24))
                .isEqualTo("v1,eCp5GZpVmzBeBga0bN1OIuPxVJqewE+nHM5ZopjrPcM=");
    }

    @Test
    void a_long_body() {
        assertThat(
                        standard(
                                "evt_5",
                                1700000000,
                                "{\"pad\":\"" + "x".repeat(20_000) + "\"}",
                                KEY_24))
                .isEqualTo("v1,Y2Vnr9Ve/k2zg6fSXe0y3U/rVlr7S/hHfmlighxPUKk=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    secret      | {"action":"work_package:created"}                    | 03e1152e88cd737421ee58a93c93a193a4044c31
                    schlüssel   | {"action":"work_package:updated","subject":"Größe"}  | f0b8e3d85fd0ac74701f23f32d4247fb96af69c0
                    s3cret      | {"action":"project:created"}                         | f53b3c1c945fad81fb4d04f8e57123963f7de2f2
                    clé-ünïcode | {"action":"project:created"}                         | 617daf8902785592700b51e2606096e3adb66644
                    s3cret      | {"action":"work_package:updated","work_package":{"_type":"WorkPackage","id":93,"subject":"Bäume \\u003cprune\\u003e"}} | b9cb6996c77939d18867be75af382152a963c33c
                    """)
    void the_signature_of_openproject(String secret, String body, String expected) {
        assertThat(Signatures.openProject(body.getBytes(UTF_8), new Secret(secret)))
                .isEqualTo("sha1=" + expected);
    }

    @Test
    void a_secret_in_free_text_is_its_own_key() {
        String text = "ein Schlüssel, lang genug für beides";
        var encoded =
                new Secret("whsec_" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
        assertThat(signed(new Secret(text))).isEqualTo(signed(encoded));
    }

    private static String signed(Secret secret) {
        return Signatures.standard("evt_1", Instant.EPOCH, "{}".getBytes(UTF_8), List.of(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_AAEC", "whsec_no base64 at all, really not"})
    void no_secret(String text) {
        assertThat(Secret.problem(text)).isPresent();
        assertThatThrownBy(() -> new Secret(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_secret_has_at_most_255_bytes() {
        assertThat(Secret.problem("ü".repeat(127))).isEmpty();
        assertThat(Secret.problem("ü".repeat(128))).hasValue("is too long (maximum is 255 bytes)");
    }

    @Test
    void a_secret_does_not_show_itself() {
        assertThat(new Secret("s3cret").toString()).doesNotContain("s3cret");
    }

    private static String standard(String id, long at, String body, String... secrets) {
        return Signatures.standard(
                id,
                Instant.ofEpochSecond(at),
                body.getBytes(UTF_8),
                Stream.of(secrets).map(Secret::new).toList());
    }
}
