package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** How others reach this server. */
@Component
final class PublicUrl {
    private final Settings settings;

    PublicUrl(Settings settings) {
        this.settings = settings;
    }

    /** What is configured, or else this machine and the port on which the request came in. */
    String of(HttpServletRequest request) {
        String configured = settings.publicUrl();
        return configured == null || configured.isBlank()
                ? "http://localhost:" + request.getLocalPort()
                : configured.replaceFirst("/+$", "");
    }
}
