package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.signalbox.account.AuditAction;
import org.signalbox.account.Door;
import org.signalbox.delivery.DeliveryState;
import org.signalbox.delivery.Verdict;
import org.signalbox.webhook.WebhookStatus;

/** Every text is there, in each language, and takes the same arguments. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([\\w.]+\\w)[(}]");
    private static final Pattern IN_CODE = Pattern.compile("\\bsay\\(\\s*\"([\\w.]+\\w)\"\\s*[,)]");

    @Test
    void each_area_is_there_in_german_with_the_same_keys_and_arguments() {
        for (Path english : areas()) {
            String name = english.getFileName().toString().replace(".properties", "_de.properties");
            assertThat(FOLDER.resolve(name)).exists();
            assertThat(arguments(FOLDER.resolve(name)))
                    .as(name)
                    .containsExactlyEntriesOf(arguments(english));
        }
    }

    @Test
    void no_text_is_empty_or_stands_in_two_areas() {
        Map<String, Path> found = new TreeMap<>();
        for (Path area : areas()) {
            read(area)
                    .forEach((key, text) -> {
                        assertThat(text.toString()).as(key.toString()).isNotBlank();
                        assertThat(found.put(key.toString(), area)).as(key.toString()).isNull();
                    });
        }
        assertThat(found).isNotEmpty();
    }

    @Test
    void what_pages_say_is_there() {
        SortedSet<String> known = new TreeSet<>();
        areas().forEach(area -> known.addAll(read(area).stringPropertyNames()));

        assertThat(said("src/main/resources/templates", ".html", IN_TEMPLATE))
                .isNotEmpty()
                .isSubsetOf(known);
        assertThat(said("src/main/java", ".java", IN_CODE)).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void what_is_made_of_a_word_is_there() {
        SortedSet<String> known = new TreeSet<>();
        areas().forEach(area -> known.addAll(read(area).stringPropertyNames()));
        List<String> asked = new ArrayList<>();
        for (var action : AuditAction.values()) {
            asked.add("audit.action." + action.word());
        }
        for (var kind : Door.Kind.values()) {
            asked.add("audit.via." + kind.word());
        }
        for (var verdict : Verdict.values()) {
            asked.add("explain.verdict." + verdict.word());
            asked.add((verdict.isForIt() ? "explain.short." : "explain.reason.") + verdict.word());
            if (verdict.wasForIt()) {
                asked.add("explain.delivery." + verdict.word());
            }
        }
        for (var state : DeliveryState.values()) {
            asked.add("state." + state.word());
        }
        for (var status : WebhookStatus.values()) {
            asked.add("status." + status.word());
        }
        assertThat(asked).isSubsetOf(known);
    }

    private static List<Path> areas() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.getFileName().toString().contains("_"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which arguments each text takes, in their order. */
    private static SortedMap<String, String> arguments(Path file) {
        var arguments = new TreeMap<String, String>();
        read(file)
                .forEach((key, text) -> {
                    var taken = new TreeSet<String>();
                    ARGUMENT.matcher(text.toString())
                            .results()
                            .forEach(found -> taken.add(found.group(1)));
                    arguments.put(key.toString(), taken.toString());
                });
        return arguments;
    }

    private static List<String> said(String folder, String ending, Pattern pattern) {
        var keys = new ArrayList<String>();
        try (var files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> keys.add(found.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static Properties read(Path file) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
