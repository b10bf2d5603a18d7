package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signatures;
import org.signalbox.sender.Signer;
import org.signalbox.sender.SigningKey;
import org.signalbox.testing.Commands;

/**
 * What the documentation tells receivers to do takes real requests and refuses forged ones, with
 * secrets and with public keys, in every language that this machine has.
 */
class StandardSnippetsTest {
    private static final Path PAGE = Path.of("docs/formats/standard.md");

    /** Each ends with another code than 0 when the snippet thinks otherwise than it should. */
    private static final String PYTHON =
            """

            import sys
            for line in open(sys.argv[1], encoding="utf-8"):
                expected, id, stamp, signature, body, key = line.rstrip("\\n").split("\\t")
                headers = {"webhook-id": id, "webhook-timestamp": stamp, "webhook-signature": signature}
                assert verify(headers, base64.b64decode(body), key) == (expected == "true"), line
            """;

    private static final String JAVASCRIPT =
            """

            for (const line of require("fs").readFileSync(process.argv[2], "utf8").trimEnd().split("\\n")) {
              const [expected, id, stamp, signature, body, key] = line.split("\\t");
              const headers = {"webhook-id": id, "webhook-timestamp": stamp, "webhook-signature": signature};
              if (String(verify(headers, Buffer.from(body, "base64"), key)) !== expected) throw new Error(line);
            }
            """;

    private static final String JAVA =
            """
            class Driver {
                public static void main(String[] args) throws Exception {
                    for (String line : java.nio.file.Files.readAllLines(java.nio.file.Path.of(args[0]))) {
                        String[] it = line.split("\\t", -1);
                        var headers = java.util.Map.of("webhook-id", it[1], "webhook-timestamp", it[2],
                                "webhook-signature", it[3]);
                        byte[] body = java.util.Base64.getDecoder().decode(it[4]);
                        if (!String.valueOf(Verify.verify(headers, body, it[5])).equals(it[0])) {
                            throw new AssertionError(line);
                        }
                    }
                }
            }
            """;

    private static final String GO =
            """
            package main

            import (
            	"encoding/base64"
            	"os"
            	"strings"
            )

            func main() {
            	cases, _ := os.ReadFile(os.Args[1])
            	for _, line := range strings.Split(strings.TrimSuffix(string(cases), "\\n"), "\\n") {
            		it := strings.Split(line, "\\t")
            		headers := map[string]string{"webhook-id": it[1], "webhook-timestamp": it[2], "webhook-signature": it[3]}
            		body, _ := base64.StdEncoding.DecodeString(it[4])
            		if verify(headers, body, it[5]) != (it[0] == "true") {
            			panic(line)
            		}
            	}
            }
            """;

    private static final String PHP =
            """

            foreach (file($argv[1], FILE_IGNORE_NEW_LINES) as $line) {
                [$expected, $id, $stamp, $signature, $body, $key] = explode("\\t", $line);
                $headers = ['webhook-id' => $id, 'webhook-timestamp' => $stamp, 'webhook-signature' => $signature];
                if (verify($headers, base64_decode($body), $key) !== ($expected === 'true')) {
                    fwrite(STDERR, $line);
                    exit(1);
                }
            }
            """;

    @TempDir private Path dir;

    private final List<String> cases = new ArrayList<>();

    private void add(boolean genuine, Instant time, String signature, String sent, String key) {
        cases.add(
                String.join(
                        "\t",
                        String.valueOf(genuine),
                        "evt_1",
                        String.valueOf(time.getEpochSecond()),
                        signature,
                        Base64.getEncoder().encodeToString(sent.getBytes(UTF_8)),
                        key));
    }

    private Path cases() throws IOException {
        Instant now = Instant.now();
        String body = "{\"type\":\"project.created\",\"data\":{\"name\":\"Größe ✓\"}}";
        var pair = SigningKey.generate(new SecureRandom());
        var old = SigningKey.generate(new SecureRandom());
        var secret = Secret.generate(new SecureRandom());
        var text = new Secret("a short secret");
        String all = signed(now, body, List.of(pair, old, secret, text));
        for (String key : keys(pair, old, secret, text)) {
            add(true, now, "v2,b2xk " + all, body, key);
            add(false, now, all, body + " ", key);
            add(false, now.minusSeconds(1), all, body, key);
            add(false, now, "", body, key);
            add(false, now, "v1, v1a, v1 v1a,AAAA v1,%%%", body, key);
            Instant past = now.minusSeconds(3_600);
            add(false, past, signed(past, body, List.of(pair, old, secret, text)), body, key);
        }
        String stranger = signed(now, body, List.of(SigningKey.generate(new SecureRandom())));
        add(false, now, stranger, body, pair.publicKey());
        add(false, now, stranger.replace("v1a,", "v1,"), body, secret.text());
        String swapped = signed(now, body, List.of(pair)).replace("v1a,", "v1,");
        add(false, now, swapped, body, pair.publicKey());
        return Files.write(dir.resolve("cases"), cases);
    }

    private static List<String> keys(SigningKey pair, SigningKey old, Secret secret, Secret text) {
        return List.of(pair.publicKey(), old.publicKey(), secret.text(), text.text());
    }

    private static String signed(Instant time, String body, List<? extends Signer> signers) {
        return Signatures.standard("evt_1", time, body.getBytes(UTF_8), signers);
    }

    private void run(String language, String driver) throws IOException {
        new Snippets(PAGE, dir).run(language, driver, cases());
    }

    @Test
    void python() throws IOException {
        assumeTrue(Commands.succeeds("python3", "-c", "import cryptography"));
        run("python", PYTHON);
    }

    @Test
    void javascript() throws IOException {
        run("javascript", JAVASCRIPT);
    }

    @Test
    void java() throws IOException {
        run("java", JAVA);
    }

    @Test
    void go() throws IOException {
        run("go", GO);
    }

    @Test
    void php() throws IOException {
        assumeTrue(
                Commands.succeeds(
                        "php", "-r", "exit(function_exists('sodium_crypto_sign') ? 0 : 1);"));
        run("php", PHP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "javascript", "java", "go", "php"})
    void the_page_has_a_snippet_in(String language) throws IOException {
        assertThat(new Snippets(PAGE, dir).of(language))
                .contains("webhook-signature", "whsec_", "whpk_", "v1a");
    }
}
