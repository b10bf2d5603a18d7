package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Until;
import tools.jackson.databind.JsonNode;

/** A webhook for the steps that {@link Writers} post, and its delivery log. */
record Hook(Installation server, long id) {
    static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(10);
    private static final int PAGE = 200;

    static Hook create(Installation server, URI url) {
        Answer created =
                server.api()
                        .post(
                                "/api/v3/webhooks",
                                """
                                {"name": "%1$s", "url": "%1$s", "format": "standard",
                                 "allProjects": true, "secret": "%2$s",
                                 "events": ["custom.step"]}
                                """
                                        .formatted(url, SECRET));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return new Hook(server, created.id());
    }

    JsonNode shown() {
        return server.api().get("/api/v3/webhooks/" + id).body();
    }

    String status() {
        return shown().at("/status").asString();
    }

    /** Every delivery of the log, newest first. */
    List<JsonNode> deliveries() {
        var all = new ArrayList<JsonNode>();
        JsonNode page;
        do {
            page = page("[]", all.size() / PAGE + 1);
            page.at("/_embedded/elements").forEach(all::add);
        } while (all.size() < page.at("/total").asInt());
        return all;
    }

    /** How many deliveries are in this state. */
    int count(String state) {
        return page(
                        """
                        [{"state": {"operator": "=", "values": ["%s"]}}]\
                        """
                                .formatted(state),
                        1)
                .at("/total")
                .asInt();
    }

    private JsonNode page(String filters, int number) {
        Answer answer =
                server.api()
                        .get(
                                "/api/v3/webhooks/%d/deliveries?pageSize=%d&offset=%d&filters=%s"
                                        .formatted(
                                                id,
                                                PAGE,
                                                number,
                                                URLEncoder.encode(
                                                        filters, StandardCharsets.UTF_8)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    /** Each of these steps was delivered, and the first try was the only one. */
    void assertDeliveredAtOnce(Map<Long, Integer> steps) {
        Integer expected = steps.values().stream().mapToInt(Integer::intValue).sum();
        Until.within(RECORDED_WITHIN, () -> count("delivered"), expected::equals);
        assertThat(deliveries())
                .allSatisfy(delivery -> assertThat(delivery.at("/attempts")).hasSize(1));
    }
}
