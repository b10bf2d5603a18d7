package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodeTest {

    @Test
    void json_is_laid_out_and_its_literals_stay_as_they_were_sent() {
        assertThat(text("{\"a\":1.0,\"b\":[true,{}],\"c\":\"x\\\"y\"}"))
                .isEqualTo(
                        """
                        {
                          "a": 1.0,
                          "b": [
                            true,
                            {}
                          ],
                          "c": "x\\"y"
                        }\
                        """);
    }

    @Test
    void keys_strings_and_numbers_are_told_apart() {
        assertThat(Code.of("{\"a\":\"b\",\"c\":2}").tokens())
                .filteredOn(token -> token.kind() != null)
                .extracting(token -> token.kind() + " " + token.text())
                .containsExactly("k \"a\"", "s \"b\"", "k \"c\"", "n 2");
    }

    @Test
    void a_body_that_was_cut_off_is_still_readable() {
        assertThat(text("{\"a\":{\"b\":\"not the e")).endsWith("\"b\": \"not the e");
        assertThat(text("{\"a\":[1,2")).endsWith("2");
        assertThat(text("{\"a\\")).endsWith("\"a\\");
    }

    @Test
    void what_is_no_json_stands_as_it_is() {
        assertThat(text("<html>\n  no, thanks: {}")).isEqualTo("<html>\n  no, thanks: {}");
        assertThat(text("}{][,:")).isEqualTo("}{][,:");
    }

    private static String text(String body) {
        return Code.of(body).tokens().stream().map(Code.Token::text).collect(Collectors.joining());
    }
}
