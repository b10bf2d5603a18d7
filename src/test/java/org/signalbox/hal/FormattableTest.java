package org.signalbox.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormattableTest {

    @Test
    void markdown_becomes_html_with_the_class_that_clients_know() {
        assertThat(html("North *side*")).isEqualTo("<p class=\"op-uc-p\">North <em>side</em></p>");
        assertThat(html("")).isEmpty();
    }

    @Test
    void tables_tasks_and_addresses_are_understood() {
        assertThat(html("| a | b |\n|---|---|\n| 1 | 2 |")).contains("<table>", "<td>2</td>");
        assertThat(html("~~gone~~")).contains("<del>gone</del>");
        assertThat(html("- [x] done")).contains("type=\"checkbox\"", "checked");
        assertThat(html("see https://example.org/a"))
                .contains("href=\"https://example.org/a\">https://example.org/a</a>");
    }

    @Test
    void a_mention_is_shown_by_its_name() {
        assertThat(html("Ask <mention class=\"mention\" data-id=\"5\">@Ana</mention> <b>"))
                .isEqualTo("<p class=\"op-uc-p\">Ask @Ana &lt;b&gt;</p>");
    }

    @Test
    void nothing_that_was_written_becomes_active() {
        assertThat(html("<script>alert(1)</script>")).doesNotContain("<script");
        assertThat(html("a <img src=x onerror=alert(1)> b")).doesNotContain("<img");
        assertThat(html("[x](javascript:alert(1))")).doesNotContain("javascript:");
        assertThat(html("[x](data:text/html;base64,xx)")).doesNotContain("data:text/html");
        assertThat(html("![x](data:text/html;base64,xx)")).doesNotContain("data:text/html");
    }

    @Test
    void plain_text_stays_as_it_is() {
        assertThat(Formattable.plain("1 < 2\n& *more*").path("html").asString())
                .isEqualTo("<p>1 &lt; 2<br/>&amp; *more*</p>");
    }

    @Test
    void a_line_without_mark_up_is_what_the_parser_makes_of_it() {
        var pieces =
                List.of(
                                "North", "1", "é", "漢字", "𝒳", " ", ".", ",", ":", "!", "?", ";",
                                "-", "http")
                        .toArray(String[]::new);
        var random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("a");
            for (int left = random.nextInt(10); left > 0; left--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(html(text.toString())).isEqualTo(Formattable.rendered(text.toString()));
        }
        String many = "word, ".repeat(50_000) + "end.";
        assertThat(html(many)).isEqualTo(Formattable.rendered(many));
    }

    private static String html(String markdown) {
        return Formattable.markdown(markdown).path("html").asString();
    }
}
