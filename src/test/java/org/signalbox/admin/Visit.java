package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.signalbox.testing.RunningServer;

/**
 * One person with a browser of their own. Everything that the browser complains about, or that the
 * server answers with an error the test did not expect, is kept for {@link #close}.
 */
final class Visit implements AutoCloseable {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static final int BYTES_MAX = 300_000;

    final Page page;
    private final BrowserContext context;
    private final RunningServer server;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected;
    private boolean toolAtWork;

    /**
     * @param expected statuses of errors that this visit provokes
     */
    Visit(Chromium chromium, RunningServer server, NewContextOptions options, Integer... expected) {
        this.server = server;
        this.expected = Set.of(expected);
        context = chromium.browser().newContext(options.setTimezoneId("Europe/Berlin"));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean grave = message.type().equals("error") || message.type().equals("warning");
            if (grave && !toolAtWork && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400 && !this.expected.contains(response.status())) {
                complaints.add(response.status() + " " + response.url());
            }
        });
    }

    static NewContextOptions wide() {
        return new NewContextOptions().setViewportSize(1280, 900);
    }

    static NewContextOptions narrow() {
        return new NewContextOptions().setViewportSize(390, 844).setHasTouch(true);
    }

    static NewContextOptions dark(NewContextOptions options) {
        return options.setColorScheme(ColorScheme.DARK);
    }

    static NewContextOptions withoutScript() {
        return wide().setJavaScriptEnabled(false);
    }

    void resize(int width) {
        page.setViewportSize(width, 900);
    }

    void open(String path) {
        page.navigate(server.url(path).toString());
    }

    void signIn() {
        signIn("admin", RunningServer.ADMIN_PASSWORD);
        assertThat(page.title()).isEqualTo("Overview – Signalbox");
    }

    void signIn(String login, String password) {
        open("/");
        field("Login").fill(login);
        field("Password").fill(password);
        button("Sign in").click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }

    Locator field(String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    /** A picture of the whole page for people to look at. */
    void picture(String name) {
        byTool(() ->
                page.screenshot(
                        new ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of("target", "screenshots", name + ".png"))));
    }

    /** Nobody is kept out: nothing that axe calls serious, and no scrolling sideways. */
    void assertUsable() {
        List<Rule> violations = new ArrayList<>();
        byTool(() -> violations.addAll(new AxeBuilder(page).analyze().getViolations()));
        assertThat(violations)
                .filteredOn(rule -> GRAVE.contains(rule.getImpact()))
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
        assertFits();
    }

    void assertFits() {
        assertThat(page.content()).as(page.url() + " lacks a text").doesNotContain("??");
        Object beyond = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) beyond).intValue())
                .as(page.url() + " scrolls sideways by")
                .isLessThanOrEqualTo(0);
    }

    /** The page and all it needs, unpacked; before axe reads the style sheets once more. */
    void assertLight() {
        Object bytes =
                page.evaluate(
                        """
                        performance.getEntries()
                            .filter(entry => entry.initiatorType !== "fetch")
                            .map(entry => entry.decodedBodySize || 0)
                            .reduce((sum, size) => sum + size, 0)
                        """);
        assertThat(((Number) bytes).intValue()).as(page.url() + " weighs").isBetween(1, BYTES_MAX);
    }

    /** What a tool does to the page is no fault of the page. */
    private void byTool(Runnable tool) {
        settle();
        toolAtWork = true;
        tool.run();
        settle();
        toolAtWork = false;
    }

    /** Any round trip brings what the page has said so far. */
    private void settle() {
        page.evaluate("0");
    }

    /** Everything went without a complaint. */
    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
