package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.signalbox.testing.RunningServer;

/** The settings of the API in a browser, and what a page of another origin may do by them. */
@Tag("browser")
class ApiBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    private static final String PAGE = "/admin/settings/api";
    private static final RunningServer server = RunningServer.start(Map.of());

    /** Another server, with an empty page. */
    private static HttpServer elsewhere;

    /** The page and all it needs as it comes over the wire: far more than any other. */
    private static final String PACKED =
            """
            performance.getEntries()
                .filter(entry => entry.initiatorType !== "fetch")
                .map(entry => entry.encodedBodySize || 0)
                .reduce((sum, size) => sum + size, 0)
            """;

    @BeforeAll
    static void another_origin() throws IOException {
        elsewhere =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext(
                "/",
                exchange -> {
                    byte[] page =
                            "<!doctype html><html lang='en'><link rel='icon' href='data:,'><title>Elsewhere</title></html>"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        elsewhere.start();
    }

    @AfterAll
    static void stop() {
        elsewhere.stop(0);
        server.close();
    }

    @Test
    void mistakes_are_told_with_their_lines_and_nothing_is_lost() {
        try (Visit visit = new Visit(chromium, server, Visit.wide(), 422)) {
            visit.signIn();
            visit.open(PAGE);
            assertThat(visit.field("Allowed origins")).isHidden();
            visit.field("Enable CORS").check();
            visit.field("Allowed origins").fill("https://a.example\nhttps://a.example/x\n*");
            visit.field("Maximum page size").fill("12");
            visit.button("Save").click();

            assertThat(visit.page.locator(".faults")).isFocused();
            assertThat(visit.page.locator("#origins_faults"))
                    .containsText(
                            "Line 2: https://a.example/x has a path. Write only scheme, host and port.");
            assertThat(visit.page.locator("#origins_faults"))
                    .containsText("Line 3: a wildcard is not possible, list each origin.");
            assertThat(visit.field("Maximum page size")).hasValue("12");
            assertThat(visit.field("Allowed origins"))
                    .hasValue("https://a.example\nhttps://a.example/x\n*");
            visit.picture("api-faults-1280");
            visit.assertUsable();

            visit.field("Allowed origins").fill("https://a.example");
            visit.field("Maximum page size").fill("1000");
            visit.field("Enable CORS").uncheck();
            assertThat(visit.field("Allowed origins")).isHidden();
            visit.button("Save").click();
            assertThat(visit.page.getByText("Successful update.")).isVisible();
            visit.field("Enable CORS").check();
            assertThat(visit.field("Allowed origins")).hasValue("https://a.example");
        }
    }

    @Test
    void a_page_elsewhere_reads_and_writes_once_its_origin_is_allowed() {
        String origin = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        try (Visit visit = new Visit(chromium, server, Visit.wide(), 401)) {
            visit.signIn();
            allow(visit, origin);
            visit.page.navigate(origin + "/");

            assertThat(
                            visit.page.evaluate(
                                    ask("GET", "/api/v3/users/me", RunningServer.ADMIN_TOKEN)))
                    .isEqualTo("200 admin");
            assertThat(visit.page.evaluate(ask("GET", "/api/v3/users/me", "opapi-wrong")))
                    .isEqualTo("401 undefined");
            assertThat(
                            visit.page.evaluate(
                                    ask(
                                            "PATCH",
                                            "/api/v3/my_preferences",
                                            RunningServer.ADMIN_TOKEN)))
                    .isEqualTo("200 undefined");
        }
    }

    @Test
    void a_page_elsewhere_is_kept_out_while_its_origin_is_not_allowed() {
        String origin = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        try (var own = chromium.browser().newContext();
                Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.signIn();
            allow(visit, origin.replace("127.0.0.1", "localhost"));
            var page = own.newPage();
            page.navigate(origin + "/");

            for (String method : new String[] {"GET", "PATCH"}) {
                assertThat(
                                page.evaluate(
                                        ask(
                                                method,
                                                "/api/v3/my_preferences",
                                                RunningServer.ADMIN_TOKEN)))
                        .isEqualTo("TypeError");
            }
        }
    }

    @Test
    void the_documentation_tries_out_with_the_session_and_asks_no_other_host() {
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            List<String> asked = new ArrayList<>();
            visit.page.onRequest(request -> asked.add(request.url()));
            visit.signIn();
            visit.open("/api/docs");
            Locator operation =
                    visit.page.locator(
                            ".opblock-post",
                            new LocatorOptions()
                                    .setHas(
                                            visit.page.locator(
                                                    "[data-path='/api/v3/render/plain']")));
            visit.page.locator(".opblock-tag[data-tag='render']").click();
            operation.locator(".opblock-summary-control").first().click();
            operation.getByText("Try it out").click();
            operation.locator("textarea").first().fill("Pier");
            operation.getByText("Execute").click();

            assertThat(operation.locator(".live-responses-table .response-col_status").nth(1))
                    .containsText("200");
            assertThat(operation.locator(".live-responses-table .highlight-code").first())
                    .containsText("Pier");
            visit.picture("docs-1280");
            assertThat(((Number) visit.page.evaluate(PACKED)).intValue()).isBetween(1, 600_000);
            for (int width : new int[] {390, 1280}) {
                visit.page.setViewportSize(width, 900);
                visit.assertFits();
            }
            assertThat(asked).hasSizeGreaterThan(4);
            assertThat(asked)
                    .allMatch(url ->
                            url.startsWith(server.url("/").toString()) || url.startsWith("data:"));
        }
    }

    @Test
    void the_audit_log_opens_to_the_fields_and_can_be_filtered() {
        server.api()
                .post(
                        "/api/v3/webhooks",
                        "{\"name\": \"Audited\", \"url\": \"https://example.org/x\", \"events\": [\"project:created\"], \"secret\": \"whsec_c2lnbmFsYm94LWF1ZGl0LXRlc3Qta2V5\"}");
        for (String width : new String[] {"1280", "390"}) {
            try (Visit visit =
                    new Visit(
                            chromium,
                            server,
                            width.equals("390") ? Visit.narrow() : Visit.wide())) {
                visit.signIn();
                visit.open("/admin/settings/audit_log");
                visit.page.getByLabel("Action").selectOption("webhook.created");
                Locator row = visit.page.locator("#entries li").first();
                assertThat(visit.page.locator("#entries li")).hasCount(1);
                row.locator("summary").click();
                assertThat(row.locator("table")).containsText("Payload URL");
                assertThat(row.locator("table")).containsText("https://example.org/x");
                assertThat(row.locator("table")).containsText("changed; secrets are not shown");
                visit.picture("audit-log-" + width);
                visit.assertUsable();
                visit.page.getByLabel("Action").selectOption("group.deleted");
                assertThat(visit.page.getByText("No entry matches.")).isVisible();
            }
        }
    }

    private static void allow(Visit visit, String origin) {
        visit.open(PAGE);
        visit.field("Enable CORS").check();
        visit.field("Allowed origins").fill(origin);
        visit.button("Save").click();
        assertThat(visit.page.getByText("Successful update.")).isVisible();
    }

    /** Asks with a header that the browser asks about first; tells the status and the login. */
    private static String ask(String method, String path, String token) {
        return """
        fetch("%s", {method: "%s", headers: {Authorization: "Bearer %s", "Content-Type": "application/json"},
                body: "%s" === "GET" ? undefined : "{}"})
            .then(async answer => answer.status + " " + (await answer.json()).login)
            .catch(error => error.name)
        """
                .formatted(server.url(path), method, token, method);
    }
}
