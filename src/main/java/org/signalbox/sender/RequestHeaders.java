package org.signalbox.sender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The headers that every request carries, whatever its format. */
@Component
public final class RequestHeaders {
    private final String userAgent;

    RequestHeaders(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        userAgent = "Signalbox/" + (known == null ? "dev" : known.getVersion());
    }

    /**
     * @param id the event's, the same for every attempt
     * @param at the moment of this attempt
     * @param contentType of the body
     * @param signers newest first; without any the request is not signed
     */
    public List<Header> of(
            String id,
            Instant at,
            String contentType,
            byte[] body,
            List<? extends Signer> signers) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("Content-Type", contentType));
        headers.add(new Header("Accept", "application/json"));
        headers.add(new Header("User-Agent", userAgent));
        headers.add(new Header("webhook-id", id));
        headers.add(new Header("webhook-timestamp", Long.toString(at.getEpochSecond())));
        if (!signers.isEmpty()) {
            headers.add(
                    new Header("webhook-signature", Signatures.standard(id, at, body, signers)));
        }
        return headers;
    }
}
