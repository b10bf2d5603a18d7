package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** Previews of texts over HTTP. */
@Tag("api")
class RenderTest {
    private static final String MARKDOWN = "/api/v3/render/markdown";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api api = server.api();

    @Test
    void markdown_becomes_html() {
        var answer = rendered(api, MARKDOWN, "Hello **world**, [this](https://example.com/) too");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.text())
                .startsWith("<p class=\"op-uc-p\">Hello <strong>world</strong>")
                .contains("href=\"https://example.com/\"");
    }

    @Test
    void what_could_do_harm_is_taken_out() {
        var answer =
                rendered(
                        api,
                        MARKDOWN,
                        "<script>alert(1)</script> <img src=x onerror=alert(1)> \n\nand [x](javascript:alert(1))");
        assertThat(answer.text()).doesNotContain("<script", "<img", "javascript:");
        var plain = rendered(api, "/api/v3/render/plain", "a <b> & c\nnext **line**");
        assertThat(plain.text()).isEqualTo("<p>a &lt;b&gt; &amp; c<br/>next **line**</p>");
    }

    @Test
    void the_context_is_one_that_who_asks_can_see() {
        long project = persons.project(false);
        long work =
                api.post("/api/v3/projects/" + project + "/work_packages", "{\"subject\": \"x\"}")
                        .id();
        var stranger = persons.add().api();
        for (String context :
                new String[] {"/api/v3/work_packages/" + work, "/api/v3/projects/" + project}) {
            var path = MARKDOWN + "?context=" + context;
            assertThat(rendered(api, path, "x").status()).isEqualTo(200);
            isBadContext(rendered(stranger, path, "x"));
        }
        isBadContext(rendered(api, MARKDOWN + "?context=/api/v3/work_packages/999999", "x"));
        isBadContext(rendered(api, MARKDOWN + "?context=/api/v3/users/1", "x"));
    }

    @Test
    void nothing_but_plain_text_is_taken() {
        var json = api.post(MARKDOWN, "{}");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.at("/message").asString()).contains("text/plain", "application/json");
        assertThat(api.send("POST", MARKDOWN, "x", Map.of()).status()).isEqualTo(406);
        assertThat(api.anonymous().send("POST", MARKDOWN, "x", Map.of()).status()).isEqualTo(401);
    }

    private static Api.Answer rendered(Api api, String path, String text) {
        return api.send("POST", path, text, Map.of("Content-Type", "text/plain; charset=utf-8"));
    }

    private static void isBadContext(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.at("/errorIdentifier").asString()).endsWith(":InvalidRenderContext");
    }
}
