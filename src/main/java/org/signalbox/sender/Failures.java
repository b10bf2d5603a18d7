package org.signalbox.sender;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Puts what went wrong on the network into words for administrators. */
final class Failures {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Duration connectTimeout;

    Failures(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    static Outcome.Unanswered late(Duration timeout, Duration took) {
        return new Outcome.Unanswered(
                Failure.TIMEOUT, "No answer within " + seconds(timeout), took);
    }

    static Outcome.Unanswered stopped(Duration took) {
        return new Outcome.Unanswered(
                Failure.STOPPED, "Signalbox was stopped before an answer came", took);
    }

    Outcome.Unanswered explain(Exception problem, URI url, Duration took) {
        String host = url.getHost();
        return switch (problem) {
            case BlockedHost blocked -> of(Failure.BLOCKED, blocked.getMessage(), took);
            case UnknownHostException unknown -> of(Failure.DNS, unknown.getMessage(), took);
            case SocketTimeoutException _ ->
                    of(Failure.TIMEOUT, "No connection within " + seconds(connectTimeout), took);
            case NoRouteToHostException _ ->
                    of(Failure.UNREACHABLE, "There is no way to %s".formatted(host), took);
            case ConnectException refused -> unconnected(refused, url, took);
            case SSLException tls -> of(Failure.TLS, tlsWords(tls, url), took);
            case MessageConstraintException noise when startsWithNoise(noise) ->
                    of(Failure.MALFORMED, "The answer is not valid HTTP", took);
            case MessageConstraintException _ ->
                    of(Failure.MALFORMED, "The header of the answer is too long", took);
            case TruncatedChunkException _ ->
                    of(Failure.CLOSED, "The receiver closed the connection too early", took);
            case MalformedChunkCodingException _ ->
                    of(Failure.MALFORMED, "The answer is not valid HTTP", took);
            case ClientProtocolException _ ->
                    of(Failure.MALFORMED, "The answer is not valid HTTP", took);
            default ->
                    of(
                            Failure.CLOSED,
                            "The receiver closed the connection without a complete answer",
                            took);
        };
    }

    /** The client skips what is no status line, and gives up after some lines of it. */
    private static boolean startsWithNoise(MessageConstraintException problem) {
        return String.valueOf(problem.getMessage()).contains("empty line");
    }

    private static Outcome.Unanswered unconnected(
            ConnectException problem, URI url, Duration took) {
        boolean unreachable = String.valueOf(problem.getMessage()).contains("unreachable");
        return unreachable
                ? of(Failure.UNREACHABLE, "There is no way to %s".formatted(url.getHost()), took)
                : of(
                        Failure.REFUSED,
                        "%s refused the connection on port %d".formatted(url.getHost(), port(url)),
                        took);
    }

    private static String tlsWords(SSLException problem, URI url) {
        if (problem instanceof SSLPeerUnverifiedException) {
            return "The TLS certificate is not one for " + url.getHost();
        }
        if (causes(problem).anyMatch(CertificateExpiredException.class::isInstance)) {
            return "The TLS certificate expired" + expiry(problem).orElse("");
        }
        if (causes(problem)
                        .anyMatch(cause -> cause.getClass().getName().startsWith("sun.security."))
                || causes(problem).anyMatch(CertPathValidatorException.class::isInstance)) {
            return "The TLS certificate is not trusted here";
        }
        if (String.valueOf(problem.getMessage()).contains("Unsupported or unrecognized")) {
            return "%s does not speak TLS on port %d".formatted(url.getHost(), port(url));
        }
        return "The TLS handshake failed: " + problem.getMessage();
    }

    private static Optional<String> expiry(Exception problem) {
        return causes(problem)
                .filter(CertPathValidatorException.class::isInstance)
                .map(CertPathValidatorException.class::cast)
                .filter(invalid -> invalid.getCertPath() != null && invalid.getIndex() >= 0)
                .map(invalid -> invalid.getCertPath().getCertificates().get(invalid.getIndex()))
                .filter(X509Certificate.class::isInstance)
                .map(certificate -> (X509Certificate) certificate)
                .map(expired -> " on " + DAY.format(expired.getNotAfter().toInstant()))
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }

    private static int port(URI url) {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }

    private static Outcome.Unanswered of(Failure kind, @Nullable String words, Duration took) {
        return new Outcome.Unanswered(kind, words == null ? kind.word() : words, took);
    }
}
