package org.signalbox.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the names of files, and how their types are told. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "a.txt, a.txt",
        "../../etc/passwd, passwd",
        "C:\\Users\\ana\\b.doc, b.doc",
        "folder/, ''",
        ".., ''",
        "., ''",
        "'  spaced.txt ', spaced.txt",
        "'ex\u202Egpj.exe', exgpj.exe",
        "'li\nne\u0000.txt', line.txt",
        "Bäume.png, Bäume.png"
    })
    void only_the_last_part_of_a_name_is_kept(String name, String kept) {
        assertThat(FileNames.harmless(name)).isEqualTo(kept);
    }

    @Test
    void a_download_has_its_name_in_both_spellings() {
        assertThat(FileNames.disposition("B\u00e4ume \"1\".png"))
                .isEqualTo(
                        "attachment; filename=\"B_ume _1_.png\";"
                                + " filename*=UTF-8''B%C3%A4ume%20%221%22.png");
    }

    @Test
    void bytes_count_more_than_names() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
        byte[] zip = {'P', 'K', 3, 4, 0};
        byte[] text = "Gr\u00fc\u00dfe".getBytes(UTF_8);
        assertThat(type("a.txt", png)).isEqualTo("image/png");
        assertThat(type("a.zip", zip)).isEqualTo("application/zip");
        assertThat(type("a", zip)).isEqualTo("application/zip");
        assertThat(type("a.docx", zip)).contains("wordprocessingml");
        assertThat(type("a.html", text)).isEqualTo("text/html");
        assertThat(type("a", text)).isEqualTo("text/plain");
        assertThat(type("a", new byte[] {0, 1, 2})).isEqualTo("application/octet-stream");
        assertThat(type("a", new byte[0])).isEqualTo("application/octet-stream");
    }

    private static String type(String name, byte[] head) {
        return FileTypes.of(name, FileTypes.signs(head));
    }
}
