package org.signalbox.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sender.Header;
import org.signalbox.webhook.ContentMode;
import org.signalbox.webhook.Packaging;
import org.signalbox.webhook.Payload;
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

    /** The packaging is left out where it is plain, as it mostly is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Sent(
            String url,
            String format,
            @Nullable String contentMode,
            @Nullable String payload,
            String name,
            List<String> headers) {}

    String sent(SentAs sent) {
        Packaging packaging = sent.packaging();
        boolean plain = packaging.isPlain();
        return json.writeValueAsString(
                new Sent(
                        sent.url(),
                        sent.format(),
                        plain ? null : packaging.mode().word(),
                        plain ? null : packaging.payload().word(),
                        sent.name(),
                        HeaderLines.of(sent.headers())));
    }

    SentAs readSent(String text) {
        Sent sent = json.readValue(text, Sent.class);
        return new SentAs(
                sent.url(),
                sent.format(),
                packaging(sent),
                sent.name(),
                HeaderLines.read(sent.headers()));
    }

    private static Packaging packaging(Sent sent) {
        String mode = sent.contentMode();
        String payload = sent.payload();
        return mode == null || payload == null
                ? Packaging.PLAIN
                : new Packaging(
                        ContentMode.named(mode).orElseThrow(),
                        Payload.named(payload).orElseThrow());
    }

    String headers(List<Header> headers) {
        return json.writeValueAsString(HeaderLines.of(headers));
    }

    List<Header> readHeaders(String text) {
        return HeaderLines.read(json.readValue(text, new TypeReference<List<String>>() {}));
    }
}
