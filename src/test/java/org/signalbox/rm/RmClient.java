package org.signalbox.rm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import tools.jackson.databind.JsonNode;

/** A program made for Resource Management: it has a token, and sends it in the header. */
record RmClient(Api api, String token) {

    Answer get(String path) {
        return api.anonymous().send("GET", "/rm/api/v1" + path, null, Map.of("auth", token));
    }

    Answer post(String path, String json) {
        return write("POST", path, json);
    }

    Answer put(String path, String json) {
        return write("PUT", path, json);
    }

    private Answer write(String method, String path, String json) {
        var headers = Map.of("auth", token, "Content-Type", "application/json");
        return api.anonymous().send(method, "/rm/api/v1" + path, json, headers);
    }

    Answer delete(String path) {
        return api.anonymous().send("DELETE", "/rm/api/v1" + path, null, Map.of("auth", token));
    }

    /** What was made or changed. */
    static JsonNode object(Answer answer) {
        assertThat(answer.status()).as("%s", answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        return answer.body();
    }

    JsonNode made(String path, String json) {
        return object(post(path, json));
    }

    JsonNode changed(String path, String json) {
        return object(put(path, json));
    }

    static void refused(Answer answer, String... sentences) {
        assertThat(answer.status()).as("%s", answer.text()).isEqualTo(403);
        assertThat(answer.at("/message").asString()).isEqualTo("bad data");
        assertThat(answer.at("/errors").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(sentences);
    }
}
