package org.signalbox.sender;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"X-Api-Key", "Authorization", "x_token", "X-Forward", "9lives"})
    void names_that_anybody_may_use(String name) {
        assertThat(HeaderRules.nameProblem(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type",
                "HOST",
                "cookie",
                "User-Agent",
                "webhook-id",
                "Webhook-Anything",
                "X-OP-Signature",
                "X-Hub-Signature-256",
                "X-Forwarded-For",
                "svix-id",
                "x-amz-date",
                "Transfer-Encoding"
            })
    void names_that_are_taken(String name) {
        assertThat(HeaderRules.nameProblem(name))
                .hasValue("The header " + name + " is set by Signalbox.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Api", "X:Api", "-x", "Schlüssel", "a\r\nb", "X.Y"})
    void names_that_are_none(String name) {
        assertThat(HeaderRules.nameProblem(name).orElse("")).contains("letters, digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer abc~!", "a b"})
    void values_that_can_be_sent(String value) {
        assertThat(HeaderRules.valueProblem(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\0b", "ü", "tab\there", "\u007f"})
    void values_that_cannot(String value) {
        assertThat(HeaderRules.valueProblem(value))
                .hasValue("A header value holds printable ASCII only.");
    }

    @Test
    void values_have_an_end() {
        assertThat(HeaderRules.valueProblem("x".repeat(4096))).isEmpty();
        assertThat(HeaderRules.valueProblem("x".repeat(4097))).isPresent();
        assertThat(HeaderRules.valueProblem(" x")).isPresent();
    }
}
