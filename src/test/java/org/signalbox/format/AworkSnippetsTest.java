package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signatures;

/**
 * What the documentation tells receivers to do takes real requests and refuses forged ones, in
 * every language that this machine has.
 */
class AworkSnippetsTest {
    private static final Path PAGE = Path.of("docs/formats/awork.md");
    private static final String VALUE = "8Jw0sample";
    private static final String KEYED = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /** Ends with another code than 0 when the snippet thinks otherwise than it should. */
    private static final String PYTHON =
            """

            import sys
            for line in open(sys.argv[1], encoding="utf-8"):
                expected, value, id, stamp, signature, body, secret = line.rstrip("\\n").split("\\t")
                headers = {"x-api-key": value, "webhook-id": id, "webhook-timestamp": stamp,
                           "webhook-signature": signature}
                found = verify(headers, base64.b64decode(body), "X-Api-Key", "8Jw0sample", secret or None)
                assert found == (expected == "true"), line
            """;

    private static final String JAVASCRIPT =
            """

            for (const line of require("fs").readFileSync(process.argv[2], "utf8").trimEnd().split("\\n")) {
              const [expected, value, id, stamp, signature, body, secret] = line.split("\\t");
              const headers = {"x-api-key": value, "webhook-id": id, "webhook-timestamp": stamp,
                               "webhook-signature": signature};
              const found = verify(headers, Buffer.from(body, "base64"), "X-Api-Key", "8Jw0sample", secret);
              if (String(found) !== expected) throw new Error(line);
            }
            """;

    private static final String JAVA =
            """
            class Driver {
                public static void main(String[] args) throws Exception {
                    for (String line : java.nio.file.Files.readAllLines(java.nio.file.Path.of(args[0]))) {
                        String[] it = line.split("\\t", -1);
                        var headers = java.util.Map.of("x-api-key", it[1], "webhook-id", it[2],
                                "webhook-timestamp", it[3], "webhook-signature", it[4]);
                        byte[] body = java.util.Base64.getDecoder().decode(it[5]);
                        boolean found = Verify.verify(headers, body, "X-Api-Key", "8Jw0sample",
                                it[6].isEmpty() ? null : it[6]);
                        if (!String.valueOf(found).equals(it[0])) {
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
            		headers := map[string]string{"x-api-key": it[1], "webhook-id": it[2],
            			"webhook-timestamp": it[3], "webhook-signature": it[4]}
            		body, _ := base64.StdEncoding.DecodeString(it[5])
            		if verify(headers, body, "X-Api-Key", "8Jw0sample", it[6]) != (it[0] == "true") {
            			panic(line)
            		}
            	}
            }
            """;

    private static final String PHP =
            """

            foreach (file($argv[1], FILE_IGNORE_NEW_LINES) as $line) {
                [$expected, $value, $id, $stamp, $signature, $body, $secret] = explode("\\t", $line);
                $headers = ['x-api-key' => $value, 'webhook-id' => $id, 'webhook-timestamp' => $stamp,
                    'webhook-signature' => $signature];
                $found = verify($headers, base64_decode($body), 'X-Api-Key', '8Jw0sample', $secret ?: null);
                if ($found !== ($expected === 'true')) {
                    fwrite(STDERR, $line);
                    exit(1);
                }
            }
            """;

    @TempDir private Path dir;

    private final List<String> cases = new ArrayList<>();

    private void add(
            boolean genuine,
            String value,
            Instant time,
            String signed,
            String sent,
            String secret) {
        String signature =
                secret.isEmpty()
                        ? ""
                        : "v1,b2xk "
                                + Signatures.standard(
                                        "evt_1",
                                        time,
                                        signed.getBytes(UTF_8),
                                        List.of(new Secret(secret)));
        cases.add(
                String.join(
                        "\t",
                        String.valueOf(genuine),
                        value,
                        "evt_1",
                        String.valueOf(time.getEpochSecond()),
                        signature,
                        Base64.getEncoder().encodeToString(sent.getBytes(UTF_8)),
                        secret));
    }

    private Path cases() throws IOException {
        Instant now = Instant.now();
        String body = "{\"eventType\":\"task_added\",\"entity\":{\"name\":\"Größe ✓\"}}";
        add(true, VALUE, now, body, body, "");
        add(false, "8Jw0samplf", now, body, body, "");
        add(false, "", now, body, body, "");
        for (String secret : List.of("a short secret", KEYED)) {
            add(true, VALUE, now, body, body, secret);
            add(false, "wrong", now, body, body, secret);
            add(false, VALUE, now, body, body + " ", secret);
            add(false, VALUE, now.minusSeconds(3_600), body, body, secret);
        }
        return Files.write(dir.resolve("cases"), cases);
    }

    private Snippets snippets() {
        return new Snippets(PAGE, dir);
    }

    @Test
    void python() throws IOException {
        snippets().run("python", PYTHON, cases());
    }

    @Test
    void javascript() throws IOException {
        snippets().run("javascript", JAVASCRIPT, cases());
    }

    @Test
    void java() throws IOException {
        snippets().run("java", JAVA, cases());
    }

    @Test
    void go() throws IOException {
        snippets().run("go", GO, cases());
    }

    @Test
    void php() throws IOException {
        snippets().run("php", PHP, cases());
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "javascript", "java", "go", "php"})
    void the_page_has_a_snippet_in(String language) throws IOException {
        assertThat(snippets().of(language)).contains("webhook-signature", "whsec_");
    }

    @Test
    void every_name_stands_on_the_page() throws IOException {
        String page = Files.readString(PAGE);
        String missing =
                AworkEvents.ALL.stream()
                        .flatMap(event -> event.names())
                        .filter(name -> !page.contains("`" + name + "`"))
                        .collect(Collectors.joining(", "));
        assertThat(missing).isEmpty();
    }
}
