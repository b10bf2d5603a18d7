package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {

    @Test
    void one_must_sign_in_unless_something_else_is_said() {
        assertThat(bound(Map.of()).loginRequired()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "no, false"})
    void whether_one_must_sign_in_can_be_said(String value, boolean required) {
        assertThat(bound(Map.of("signalbox.login-required", value)).loginRequired())
                .isEqualTo(required);
    }

    @Test
    void an_empty_value_opens_nothing() {
        assertThatThrownBy(() -> bound(Map.of("signalbox.login-required", "")))
                .isInstanceOf(BindException.class);
    }

    private static Settings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("signalbox", Settings.class);
    }
}
