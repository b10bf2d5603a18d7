package org.signalbox.hal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Compresses answers of the API with deflate for who wants that rather than gzip. The web server
 * itself knows gzip alone, and leaves alone what is encoded already.
 */
@Component
@Order(Deflate.BEFORE_ENTITY_TAGS)
final class Deflate extends OncePerRequestFilter {

    /** What is shorter hardly gets shorter still. */
    private static final int LENGTH_MIN = 1024;

    /** A file comes as it is: it may be larger than what should be held in memory. */
    private static final String FILE = "/content";

    private static final Pattern WEIGHT = Pattern.compile("\\s*;\\s*q\\s*=\\s*");

    static final int BEFORE_ENTITY_TAGS = EntityTags.AFTER_TIDYING - 1;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !ApiPath.isApi(path)
                || path.endsWith(FILE)
                || !isWanted(request.getHeader("Accept-Encoding"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (isWorthIt(answer)) {
            var deflated = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(deflated)) {
                answer.getContentInputStream().transferTo(out);
            }
            answer.resetBuffer();
            answer.setHeader(HttpHeaders.CONTENT_ENCODING, "deflate");
            answer.addHeader(HttpHeaders.VARY, "accept-encoding");
            deflated.writeTo(answer.getOutputStream());
        }
        answer.copyBodyToResponse();
    }

    private static boolean isWorthIt(ContentCachingResponseWrapper answer) {
        var type = answer.getContentType();
        return type != null
                && type.contains("json")
                && answer.getContentSize() >= LENGTH_MIN
                && !answer.containsHeader(HttpHeaders.CONTENT_ENCODING);
    }

    /** Whether nothing else that could be had is wanted as much. */
    static boolean isWanted(@Nullable String accepted) {
        if (accepted == null || !accepted.toLowerCase(Locale.ROOT).contains("deflate")) {
            return false;
        }
        double others = Math.max(weight(accepted, "gzip"), weight(accepted, "identity"));
        return weight(accepted, "deflate") > others;
    }

    /** How much this encoding is wanted: from 0, which is not at all, to 1. */
    private static double weight(String accepted, String encoding) {
        for (String one : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = WEIGHT.split(one.strip(), 2);
            if (parts[0].equals(encoding)) {
                return parts.length == 1 ? 1 : number(parts[1]);
            }
        }
        return 0;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
