package org.signalbox.sender;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers somebody may add to requests. */
public final class HeaderRules {
    private static final int NAME_LENGTH_MAX = 256;
    private static final int VALUE_LENGTH_MAX = 4096;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    /** What belongs to the connection, to the body, or to this server. */
    private static final Set<String> RESERVED =
            Set.of(
                    "accept",
                    "age",
                    "cache-control",
                    "ce-id",
                    "ce-source",
                    "ce-specversion",
                    "ce-subject",
                    "ce-time",
                    "ce-type",
                    "clear-site-data",
                    "connection",
                    "content-digest",
                    "content-encoding",
                    "content-language",
                    "content-length",
                    "content-location",
                    "content-type",
                    "cookie",
                    "date",
                    "expect",
                    "expires",
                    "forwarded",
                    "host",
                    "keep-alive",
                    "pragma",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "set-cookie",
                    "te",
                    "trailer",
                    "trailers",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent",
                    "via",
                    "warning",
                    "x-op-signature");

    private static final Set<String> RESERVED_PREFIXES =
            Set.of(
                    "svix-",
                    "webhook-",
                    "x-amz-",
                    "x-amzn-",
                    "x-azure-",
                    "x-fd-",
                    "x-forwarded-",
                    "x-gfe",
                    "x-goog-",
                    "x-google",
                    "x-hub-signature",
                    "x-svix-");

    private HeaderRules() {}

    /** What is wrong with such a name, as a sentence. */
    public static Optional<String> nameProblem(String name) {
        if (name.length() > NAME_LENGTH_MAX) {
            return Optional.of(
                    "A header name has at most %d characters.".formatted(NAME_LENGTH_MAX));
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    "A header name holds letters, digits, - and _ only, and begins with a letter or"
                            + " a digit.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (RESERVED.contains(lower) || RESERVED_PREFIXES.stream().anyMatch(lower::startsWith)) {
            return Optional.of("The header %s is set by Signalbox.".formatted(name));
        }
        return Optional.empty();
    }

    /** What is wrong with such a value, as a sentence. */
    public static Optional<String> valueProblem(String value) {
        if (value.length() > VALUE_LENGTH_MAX) {
            return Optional.of(
                    "A header value has at most %d characters.".formatted(VALUE_LENGTH_MAX));
        }
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return Optional.of("A header value holds printable ASCII only.");
        }
        if (!value.equals(value.strip())) {
            return Optional.of("A header value neither begins nor ends with a space.");
        }
        return Optional.empty();
    }
}
