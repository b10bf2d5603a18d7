package org.signalbox.sender;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which URLs somebody may have requests sent to. */
@Component
public final class Targets {
    private static final int LENGTH_MAX = 2_000;
    private static final String NO_URL = "Enter an address that starts with https:// or http://.";

    private final AddressGuard guard;

    Targets(AddressGuard guard) {
        this.guard = guard;
    }

    /**
     * What is wrong with such a URL, as a sentence. Looks the host up: may take a few seconds. A
     * name that has no address now may get one and is no problem.
     */
    public Optional<String> problem(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.of("An address has at most %,d characters.".formatted(LENGTH_MAX));
        }
        URI url = parse(text);
        if (url == null || url.getHost() == null || !isHttp(url)) {
            return Optional.of(NO_URL);
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of(
                    "An address holds no user and password. Send them in a header instead.");
        }
        if (!isPort(url.getPort())) {
            return Optional.of("Port %d is not for HTTP.".formatted(url.getPort()));
        }
        return hostProblem(url.getHost());
    }

    private static @Nullable URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static boolean isHttp(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                || "http".equalsIgnoreCase(url.getScheme());
    }

    /** The ports up to 79 belong to other protocols that are everywhere. */
    private static boolean isPort(int port) {
        return port == -1 || (port >= 80 && port <= 65_535);
    }

    private Optional<String> hostProblem(String host) {
        try {
            guard.vet(host);
            return Optional.empty();
        } catch (BlockedHost blocked) {
            return Optional.ofNullable(blocked.getMessage());
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }
}
