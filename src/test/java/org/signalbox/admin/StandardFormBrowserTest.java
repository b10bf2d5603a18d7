package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.testing.RunningServer;

/** What the form offers for the neutral format alone, and the public key, on wide and narrow. */
@Tag("browser")
class StandardFormBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    private final RunningServer server = RunningServer.shared();

    static Stream<NewContextOptions> screens() {
        return Stream.of(Visit.wide(), Visit.narrow());
    }

    @ParameterizedTest
    @MethodSource("screens")
    void the_choices_follow_the_format_and_the_preview_follows_them(NewContextOptions screen) {
        try (Visit visit = new Visit(chromium, server, screen)) {
            visit.signIn();
            visit.open("/admin/settings/webhooks/new");
            assertThat(visit.page.locator("#options details")).hasCount(0);
            visit.page.locator("input[name='webhook[format]'][value='standard']").check();
            visit.page.locator("#options summary").click();
            visit.page.locator("input[value='time_entry.updated']").check();
            visit.page.locator("input[value='cloudevents-structured']").check();
            assertThat(visit.page.locator("#preview pre")).containsText("\"specversion\"");
            visit.page.locator("input[value='ed25519']").check();
            assertThat(visit.page.locator("#preview")).containsText("v1a,");
            visit.picture("standard-form");
            visit.assertUsable();
            visit.page.locator("input[name='webhook[format]'][value='awork']").check();
            assertThat(visit.page.locator("#options details")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void the_public_key_is_shown(NewContextOptions screen) {
        var webhook =
                server.api()
                        .post(
                                "/api/v3/webhooks",
                                """
                                {"name": "Key %s", "url": "http://127.0.0.1:9000/",
                                 "format": "standard", "events": ["*"], "enabled": false,
                                 "signatureScheme": "ed25519"}\
                                """
                                        .formatted(UUID.randomUUID()));
        try (Visit visit = new Visit(chromium, server, screen)) {
            visit.signIn();
            visit.open("/admin/settings/webhooks/" + webhook.id());
            assertThat(visit.page.locator("#public_key"))
                    .hasText(webhook.at("/publicKey").asString());
            visit.picture("public-key");
            visit.assertUsable();
        }
    }
}
