package org.signalbox.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example.com",
                "http://localhost:5173",
                "http://127.0.0.1:8081",
                "http://[::1]:3000",
                "https://xn--bcher-kva.example",
                "https://portal.example.com:8443",
                "capacitor://localhost"
            })
    void what_browsers_send_is_taken(String line) {
        assertThat(Origins.in(line)).isEqualTo(Origins.in("\n  " + line + " \r\n\r\n" + line));
        assertThat(Origins.in(line).list()).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, path",
        "https://a.example/, path",
        "https://a.example?x, path",
        "https://*.example, wildcard",
        "*, wildcard",
        "portal.example.com, no_scheme",
        "null, no_scheme",
        "https://, no_origin",
        "https://a b, no_origin",
        "https://me@a.example, no_origin",
        "https://a.example:0, no_origin",
        "https://a.example:99999, no_origin",
        "https://a.example:08443, no_origin",
        "https://bücher.example, no_origin",
        "https://Portal.example.com, upper_case",
        "https://a.example:443, usual_port",
        "http://a.example:80, usual_port"
    })
    void what_no_browser_sends_is_refused_with_its_line(String line, String what) {
        Origins origins = Origins.in("https://right.example\n\n" + line);

        assertThat(origins.list()).containsExactly("https://right.example");
        Mistake mistake = origins.mistakes().getFirst();
        assertThat(mistake.what()).isEqualTo(what);
        assertThat(mistake.details()).containsExactly(3, line);
        assertThat(origins.mistakes()).hasSize(1);
    }
}
