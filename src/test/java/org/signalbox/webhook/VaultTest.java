package org.signalbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.store.CannotStart;

class VaultTest {
    private static final String KEY = "correct horse battery staple";

    private final RandomGenerator random = RandomGenerator.getDefault();

    @Test
    void what_was_sealed_can_be_opened_with_the_same_key() {
        String sealed = Vault.of(KEY, random).seal("schlüssel");
        assertThat(sealed).doesNotContain("schl");
        assertThat(Vault.of(KEY, random).open(sealed)).isEqualTo("schlüssel");
    }

    @Test
    void the_same_text_never_looks_the_same() {
        var vault = Vault.of(KEY, random);
        assertThat(vault.seal("a")).isNotEqualTo(vault.seal("a"));
    }

    @Test
    void another_key_is_named_as_the_reason() {
        String sealed = Vault.of(KEY, random).seal("schlüssel");
        assertThatThrownBy(() -> Vault.of(KEY + "!", random).open(sealed))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("signalbox.secret-key");
    }

    @Test
    void damage_is_noticed() {
        var vault = Vault.of(KEY, random);
        String sealed = vault.seal("schlüssel");
        char last = sealed.charAt(sealed.length() - 5);
        String damaged =
                sealed.substring(0, sealed.length() - 5)
                        + (last == 'A' ? 'B' : 'A')
                        + sealed.substring(sealed.length() - 4);
        assertThatThrownBy(() -> vault.open(damaged)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_generated_key_is_for_the_server_alone_and_stays(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("data").resolve("secret.key");
        String sealed = Vault.in(file, random).seal("schlüssel");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Vault.in(file, random).open(sealed)).isEqualTo("schlüssel");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).as("nothing else is left").containsExactly(file);
        }
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> Vault.of("short", random))
                .isInstanceOf(CannotStart.class)
                .hasMessage("signalbox.secret-key needs 16 characters or more");
    }
}
