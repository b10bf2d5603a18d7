package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signatures;
import org.signalbox.webhook.EventName;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the documentation tells receivers to do takes real requests and refuses forged ones, in
 * every language that this machine has.
 */
class OpenProjectSnippetsTest {
    private static final Path PAGE = Path.of("docs/formats/openproject.md");

    private static final String KEYED = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /** Each ends with another code than 0 when the snippet thinks otherwise than it should. */
    private static final Map<String, String> DRIVERS =
            Map.of(
                    "python",
                    """

                    import base64, sys
                    for line in open(sys.argv[1], encoding="utf-8"):
                        expected, signature, body, secret = line.rstrip("\\n").split("\\t")
                        headers = {"x-op-signature": signature} if signature else {}
                        assert verify(headers, base64.b64decode(body), secret) == (expected == "true"), line
                    """,
                    "javascript",
                    """

                    for (const line of require("fs").readFileSync(process.argv[2], "utf8").trimEnd().split("\\n")) {
                      const [expected, signature, body, secret] = line.split("\\t");
                      const headers = signature ? {"x-op-signature": signature} : {};
                      if (String(verify(headers, Buffer.from(body, "base64"), secret)) !== expected) throw new Error(line);
                    }
                    """,
                    "java",
                    """
                    import java.util.Map;

                    class Driver {
                        public static void main(String[] args) throws Exception {
                            for (String line : java.nio.file.Files.readAllLines(java.nio.file.Path.of(args[0]))) {
                                String[] it = line.split("\\t", -1);
                                Map<String, String> headers = it[1].isEmpty() ? Map.of() : Map.of("x-op-signature", it[1]);
                                boolean found = Verify.verify(headers, java.util.Base64.getDecoder().decode(it[2]), it[3]);
                                if (!String.valueOf(found).equals(it[0])) {
                                    throw new AssertionError(line);
                                }
                            }
                        }
                    }
                    """,
                    "go",
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
                    		headers := map[string]string{}
                    		if it[1] != "" {
                    			headers["x-op-signature"] = it[1]
                    		}
                    		body, _ := base64.StdEncoding.DecodeString(it[2])
                    		if verify(headers, body, it[3]) != (it[0] == "true") {
                    			panic(line)
                    		}
                    	}
                    }
                    """,
                    "php",
                    """

                    foreach (file($argv[1], FILE_IGNORE_NEW_LINES) as $line) {
                        [$expected, $signature, $body, $secret] = explode("\\t", $line);
                        $headers = $signature === '' ? [] : ['x-op-signature' => $signature];
                        if (verify($headers, base64_decode($body), $secret) !== ($expected === 'true')) {
                            fwrite(STDERR, $line);
                            exit(1);
                        }
                    }
                    """);

    @TempDir private Path dir;

    private final List<String> cases = new ArrayList<>();

    private void add(boolean genuine, String signature, String body, String secret) {
        String encoded = Base64.getEncoder().encodeToString(body.getBytes(UTF_8));
        cases.add(String.join("\t", String.valueOf(genuine), signature, encoded, secret));
    }

    private Path cases() throws IOException {
        String body = "{\"action\":\"project:created\",\"project\":{\"name\":\"Größe ✓\"}}";
        for (String secret : List.of("s3cret", "clé-ünïcode", KEYED)) {
            String signature = Signatures.openProject(body.getBytes(UTF_8), new Secret(secret));
            add(true, signature, body, secret);
            add(false, signature, body + " ", secret);
            add(false, signature, body, secret + "x");
            add(false, signature.replace("sha1=", ""), body, secret);
            add(false, "sha1=", body, secret);
            add(false, "", body, secret);
        }
        return Files.write(dir.resolve("cases"), cases);
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "javascript", "java", "go", "php"})
    void a_snippet_in(String language) throws IOException {
        new Snippets(PAGE, dir)
                .run(language, Objects.requireNonNull(DRIVERS.get(language)), cases());
    }

    @Test
    void every_event_stands_on_the_page() throws IOException {
        String page = Files.readString(PAGE);
        String missing =
                new OpenProjectFormat(JsonMapper.builder().build())
                        .events().stream()
                                .map(EventName::name)
                                .filter(name -> !page.contains("`" + name + "`"))
                                .collect(Collectors.joining(", "));
        assertThat(missing).isEmpty();
    }
}
