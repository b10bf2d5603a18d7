package org.signalbox.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.signalbox.hal.Refusal;

/**
 * Where an application may have people sent back to: by https, on the person's own machine by http,
 * or in an app by a scheme of its own.
 */
final class RedirectUris {
    private static final int LINES_MAX = 50;
    private static final int LENGTH_MAX = 2_000;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What a browser would open or run by itself. */
    private static final Set<String> NEVER =
            Set.of(
                    "javascript",
                    "data",
                    "vbscript",
                    "file",
                    "blob",
                    "about",
                    "view-source",
                    "ftp",
                    "ws",
                    "wss",
                    "mailto",
                    "tel",
                    "urn");

    private RedirectUris() {}

    /**
     * Reads one address a line; empty lines do not count.
     *
     * @throws Refusal.Invalid naming the line that is wrong
     */
    static List<String> read(String text) {
        List<String> found = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !found.contains(line)) {
                check(line, number);
                found.add(line);
            }
        }
        if (found.size() > LINES_MAX) {
            throw new Refusal.Invalid(
                    "redirectUris", "At most %d redirect URIs are possible.".formatted(LINES_MAX));
        }
        return List.copyOf(found);
    }

    private static void check(String line, int number) {
        URI uri = parsed(line, number);
        String scheme = uri.getScheme();
        if (scheme == null) {
            throw wrong(number, "%s is not absolute; begin with https://".formatted(line));
        }
        if (line.indexOf('#') >= 0) {
            throw wrong(number, "a fragment (#) is not possible");
        }
        switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> requireHost(uri, number);
            case "http" -> {
                requireHost(uri, number);
                if (!LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
                    throw wrong(number, "http is for this machine only; use https");
                }
            }
            default -> checkOwnScheme(uri, scheme.toLowerCase(Locale.ROOT), number);
        }
    }

    private static void checkOwnScheme(URI uri, String scheme, int number) {
        if (NEVER.contains(scheme)) {
            throw wrong(number, "the scheme %s is not possible".formatted(scheme));
        }
        if (uri.isOpaque()) {
            throw wrong(number, "write a slash after %s:".formatted(scheme));
        }
    }

    private static void requireHost(URI uri, int number) {
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw wrong(number, "the host is missing");
        }
        if (uri.getUserInfo() != null) {
            throw wrong(number, "a user name is not possible");
        }
    }

    private static URI parsed(String line, int number) {
        if (line.length() > LENGTH_MAX) {
            throw wrong(number, "the address is too long");
        }
        try {
            return new URI(line);
        } catch (URISyntaxException _) {
            throw wrong(number, "%s is no address".formatted(line));
        }
    }

    private static Refusal.Invalid wrong(int number, String why) {
        return new Refusal.Invalid("redirectUris", "Line %d: %s.".formatted(number, why));
    }
}
