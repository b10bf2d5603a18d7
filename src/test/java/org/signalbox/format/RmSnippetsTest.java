package org.signalbox.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.webhook.EventName;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the documentation tells receivers to do takes requests to the secret address and refuses
 * others, in every language that this machine has.
 */
class RmSnippetsTest {
    private static final Path PAGE = Path.of("docs/formats/resource-management.md");

    /** Each ends with another code than 0 when the snippet thinks otherwise than it should. */
    private static final Map<String, String> DRIVERS =
            Map.of(
                    "python",
                    """

                    import sys
                    for line in open(sys.argv[1], encoding="utf-8"):
                        expected, path, word = line.rstrip("\\n").split("\\t")
                        assert verify(path, word) == (expected == "true"), line
                    """,
                    "javascript",
                    """

                    for (const line of require("fs").readFileSync(process.argv[2], "utf8").trimEnd().split("\\n")) {
                      const [expected, path, word] = line.split("\\t");
                      if (String(verify(path, word)) !== expected) throw new Error(line);
                    }
                    """,
                    "java",
                    """
                    class Driver {
                        public static void main(String[] args) throws Exception {
                            for (String line : java.nio.file.Files.readAllLines(java.nio.file.Path.of(args[0]))) {
                                String[] it = line.split("\\t", -1);
                                if (!String.valueOf(Verify.verify(it[1], it[2])).equals(it[0])) {
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
                    	"os"
                    	"strings"
                    )

                    func main() {
                    	cases, _ := os.ReadFile(os.Args[1])
                    	for _, line := range strings.Split(strings.TrimSuffix(string(cases), "\\n"), "\\n") {
                    		it := strings.Split(line, "\\t")
                    		if verify(it[1], it[2]) != (it[0] == "true") {
                    			panic(line)
                    		}
                    	}
                    }
                    """,
                    "php",
                    """

                    foreach (file($argv[1], FILE_IGNORE_NEW_LINES) as $line) {
                        [$expected, $path, $word] = explode("\\t", $line);
                        if (verify($path, $word) !== ($expected === 'true')) {
                            fwrite(STDERR, $line);
                            exit(1);
                        }
                    }
                    """);

    @TempDir private Path dir;

    private Path cases() throws IOException {
        return Files.write(
                dir.resolve("cases"),
                List.of(
                        "true\t/rm/3f1c9a\t3f1c9a",
                        "true\t/3f1c9a\t3f1c9a",
                        "true\t3f1c9a\t3f1c9a",
                        "false\t/rm/3f1c9b\t3f1c9a",
                        "false\t/rm/3f1c9a/\t3f1c9a",
                        "false\t/rm/3f1c9a/more\t3f1c9a",
                        "false\t/rm/3f1c9\t3f1c9a",
                        "false\t/rm/\t3f1c9a",
                        "false\t/rm/ü\t3f1c9a"));
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
        var json = JsonMapper.builder().build();
        var uuids = new Uuids(new UUID(1, 2));
        String missing =
                new RmFormat(json, new RmObjects(uuids))
                        .events().stream()
                                .map(EventName::name)
                                .filter(name -> !page.contains("`" + name + "`"))
                                .collect(Collectors.joining(", "));
        assertThat(missing).isEmpty();
    }
}
