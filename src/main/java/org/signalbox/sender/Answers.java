package org.signalbox.sender;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Reads what a receiver answers, within limits. */
final class Answers {
    static final int KEPT_BYTES_MAX = 4 * 1024;
    private static final int READ_BYTES_MAX = 64 * 1024;
    private static final int HEADERS_MAX = 50;
    private static final int HEADER_LENGTH_MAX = 1024;
    private static final int SECONDS_DIGITS_MAX = 9;

    private final InstantSource time;

    Answers(InstantSource time) {
        this.time = time;
    }

    /**
     * Reads to the end, or to the limit and then gives up the connection, because closing a
     * response properly would read on for as long as the receiver likes to send.
     */
    Outcome.Answered read(CloseableHttpResponse response, Runnable hangUp, long start)
            throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = {};
        boolean ended = true;
        if (entity != null) {
            var content = entity.getContent();
            body = content.readNBytes(READ_BYTES_MAX);
            ended = body.length < READ_BYTES_MAX || content.read() < 0;
        }
        if (ended) {
            response.close();
        } else {
            hangUp.run();
        }
        return new Outcome.Answered(
                response.getCode(),
                headers(response),
                text(body, entity),
                body.length,
                retryAfter(response),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<Header> headers(CloseableHttpResponse response) {
        return Arrays.stream(response.getHeaders())
                .limit(HEADERS_MAX)
                .map(header -> new Header(cut(header.getName()), cut(header.getValue())))
                .toList();
    }

    private static String cut(@Nullable String text) {
        String whole = Objects.requireNonNullElse(text, "");
        return storable(whole.substring(0, Math.min(whole.length(), HEADER_LENGTH_MAX)));
    }

    private static String text(byte[] body, @Nullable HttpEntity entity) {
        int length = Math.min(body.length, KEPT_BYTES_MAX);
        return storable(new String(body, 0, length, charset(entity)));
    }

    private static Charset charset(@Nullable HttpEntity entity) {
        var type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        var charset = type == null ? null : type.getCharset();
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    /** No database takes a NUL character in a text. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private @Nullable Duration retryAfter(CloseableHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        String value = header == null ? null : header.getValue();
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        return text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? seconds(text)
                : until(text, time.instant());
    }

    private static @Nullable Duration seconds(String digits) {
        return digits.length() > SECONDS_DIGITS_MAX
                ? null
                : Duration.ofSeconds(Integer.parseInt(digits));
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
