package org.signalbox.delivery;

import java.util.List;
import org.signalbox.sender.Header;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the parts of an attempt that no query looks into stand in its row. */
@Component
final class AttemptJson {
    private final JsonMapper json;

    AttemptJson(JsonMapper json) {
        this.json = json;
    }

    private record Sent(String url, String format, String name, List<String> headers) {}

    String sent(SentAs sent) {
        return json.writeValueAsString(
                new Sent(sent.url(), sent.format(), sent.name(), HeaderLines.of(sent.headers())));
    }

    SentAs readSent(String text) {
        Sent sent = json.readValue(text, Sent.class);
        return new SentAs(sent.url(), sent.format(), sent.name(), HeaderLines.read(sent.headers()));
    }

    String headers(List<Header> headers) {
        return json.writeValueAsString(HeaderLines.of(headers));
    }

    List<Header> readHeaders(String text) {
        return HeaderLines.read(json.readValue(text, new TypeReference<List<String>>() {}));
    }
}
