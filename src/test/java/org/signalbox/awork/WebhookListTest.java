package org.signalbox.awork;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;

/** What awork's list of webhooks can be asked for. */
@Tag("api")
class WebhookListTest {
    private static final String WEBHOOKS = "/awork/api/v1/webhooks";

    private static RunningServer server;
    private static Api api;

    private final String name = "n8n: " + UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = RunningServer.start(Map.of());
        api = server.api();
    }

    @AfterAll
    static void stop() {
        assertThat(server.surprises()).isZero();
        server.close();
    }

    private void create(String ending, boolean active) {
        Answer created =
                api.post(
                        WEBHOOKS,
                        """
                        {"name": "%s", "uri": "http://127.0.0.1:8080/in", "events": "task_added",
                         "isActive": %s, "authenticationType": "none"}\
                        """
                                .formatted(name + ending, active));
        assertThat(created.status()).as(created.text()).isEqualTo(200);
    }

    @Test
    void lists_have_pages_which_headers_tell_of() {
        List.of("1", "2", "3").forEach(one -> create(one, true));
        Answer whole = api.get(WEBHOOKS);
        long all = whole.body().size();
        assertThat(all).isGreaterThanOrEqualTo(3);
        Answer page = api.get(WEBHOOKS + "?page=2&pageSize=2");
        assertThat(page.header("aw-page")).isEqualTo("2");
        assertThat(page.header("aw-pagesize")).isEqualTo("2");
        assertThat(page.header("aw-items")).isEqualTo(String.valueOf(page.body().size()));
        assertThat(page.header("aw-totalitems")).isEqualTo(String.valueOf(all));
        assertThat(page.at("/0")).isEqualTo(whole.at("/2"));
        assertThat(api.get(WEBHOOKS + "?page=1000").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=x",
                "pageSize=1001",
                "filterby=name",
                "filterby=name%20eq",
                "filterby=name%20like%20%27a%27",
                "filterby=secret%20eq%20%27a%27",
                "filterby=(name%20eq%20%27a%27",
                "filterby=name%20eq%20%27a",
                "filterby=name%20eq%20-",
                "orderby=secret",
                "orderby=name%20sideways"
            })
    void what_a_list_cannot_do_is_refused(String query) {
        Answer refused = api.get(WEBHOOKS + "?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code").asString()).isEqualTo("invalid-filter-or-order");
    }

    private List<String> names(String filter, String order) {
        Answer found =
                api.get(
                        WEBHOOKS
                                + "?filterby="
                                + URLEncoder.encode(
                                        "substringof('%s', name) and (%s)".formatted(name, filter),
                                        StandardCharsets.UTF_8)
                                + "&orderby="
                                + URLEncoder.encode(order, StandardCharsets.UTF_8));
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.header("aw-totalitems")).isEqualTo(String.valueOf(found.body().size()));
        return found.body()
                .valueStream()
                .map(webhook -> webhook.path("name").asString().substring(name.length()))
                .toList();
    }

    @Test
    void a_list_can_be_chosen_from_and_ordered() {
        List.of(" a", " B", " c's").forEach(one -> create(one, true));
        create("", false);
        assertThat(names("isActive eq true", "")).containsExactly(" a", " B", " c's");
        assertThat(names("IsActive eq true", "Name DESC")).containsExactly(" c's", " a", " B");
        assertThat(names("isActive eq true", "isActive,CreatedOn desc"))
                .containsExactly(" c's", " B", " a");
        assertThat(names("not (isActive eq true)", "")).containsExactly("");
        assertThat(names("endswith(tolower(name), ' b')", "")).containsExactly(" B");
        assertThat(names("name eq '%s c''s' or endswith(name, ' a')".formatted(name), "name"))
                .containsExactly(" a", " c's");
        assertThat(names("name in ('%1$s a', '%1$s B')".formatted(name), "name desc"))
                .containsExactly(" a", " B");
        assertThat(names("lastFailureReason ne null", "")).isEmpty();
        assertThat(names("createdOn lt datetime'2020-01-01T00:00:00Z'", "")).isEmpty();
        assertThat(names("startswith(uri, 'http') and createdOn gt datetime'2020-01-01'", "name"))
                .hasSize(4);
    }
}
