package org.signalbox.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.signalbox.testing.Commands;

/**
 * The snippets of a page of the documentation, run in every language that this machine has.
 *
 * @param dir where they are written to
 */
record Snippets(Path page, Path dir) {

    String of(String language) throws IOException {
        String text = Files.readString(page);
        String fence = "```" + language + "\n";
        int start = text.indexOf(fence) + fence.length();
        assertThat(start).as("a snippet in %s", language).isGreaterThan(fence.length());
        return text.substring(start, text.indexOf("```", start));
    }

    /** Runs a snippet and a driver, which ends with another code than 0 when it is not content. */
    void run(String language, String driver, Path cases) throws IOException {
        switch (language) {
            case "python" -> {
                assumeTrue(Commands.succeeds("python3", "--version"));
                Commands.run("python3", write("verify.py", language, driver), cases.toString());
            }
            case "javascript" -> {
                assumeTrue(Commands.succeeds("node", "--version"));
                Commands.run("node", write("verify.js", language, driver), cases.toString());
            }
            case "php" -> {
                assumeTrue(Commands.succeeds("php", "--version"));
                Commands.run("php", write("verify.php", language, driver), cases.toString());
            }
            case "java" -> {
                write("Verify.java", language, "");
                String program = Files.writeString(dir.resolve("Driver.java"), driver).toString();
                Commands.run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        program,
                        cases.toString());
            }
            case "go" -> {
                assumeTrue(Commands.succeeds("go", "version"));
                String verify = write("verify.go", language, "");
                String program = Files.writeString(dir.resolve("driver.go"), driver).toString();
                Commands.run("go", "run", verify, program, cases.toString());
            }
            default -> throw new IllegalArgumentException(language);
        }
    }

    private String write(String name, String language, String driver) throws IOException {
        return Files.writeString(dir.resolve(name), of(language) + driver).toString();
    }
}
