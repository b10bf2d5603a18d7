package org.signalbox.sender;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.sender.Outcome.Unanswered;
import org.signalbox.testing.TlsKeys;

/** What an administrator reads when TLS is what fails. */
class TlsTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final URI BILLING = URI.create("https://billing.example.com/hooks");

    private final Failures failures = new Failures(Duration.ofSeconds(5));

    @Test
    void a_certificate_that_nobody_vouches_for(@TempDir Path dir) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(HERE, 0), 1);
        server.setHttpsConfigurator(new HttpsConfigurator(TlsKeys.in(dir).server()));
        server.start();
        try {
            Unanswered nothing = send(server.getAddress().getPort());
            assertThat(nothing.kind()).isEqualTo(Failure.TLS);
            assertThat(nothing.words()).isEqualTo("The TLS certificate is not trusted here");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void no_tls_at_all() throws IOException {
        try (var server = new ServerSocket(0, 1, HERE)) {
            Thread.ofVirtual().start(() -> answerInPlainText(server));
            Unanswered nothing = send(server.getLocalPort());
            assertThat(nothing.kind()).isEqualTo(Failure.TLS);
            assertThat(nothing.words())
                    .isEqualTo("127.0.0.1 does not speak TLS on port " + server.getLocalPort());
        }
    }

    @Test
    void a_certificate_for_another_name() {
        assertThat(explain(new SSLPeerUnverifiedException("another name")).words())
                .isEqualTo("The TLS certificate is not one for billing.example.com");
    }

    @Test
    void a_certificate_that_expired() {
        var problem = new SSLHandshakeException("PKIX path validation failed");
        problem.initCause(
                new CertPathValidatorException(
                        "validity check failed", new CertificateExpiredException("NotAfter")));
        assertThat(explain(problem).kind()).isEqualTo(Failure.TLS);
        assertThat(explain(problem).words()).isEqualTo("The TLS certificate expired");
    }

    private Unanswered explain(Exception problem) {
        return failures.explain(problem, BILLING, Duration.ZERO);
    }

    private static Unanswered send(int port) {
        var settings = new EgressSettings(List.of(Network.of("127.0.0.0/8")));
        Lookup nobody = _ -> List.of();
        try (var sender = new Sender(new AddressGuard(settings, nobody), () -> Instant.EPOCH)) {
            URI url = URI.create("https://127.0.0.1:" + port + "/");
            Outcome outcome =
                    sender.send(new Request(url, List.of(), new byte[0], Duration.ofSeconds(20)));
            assertThat(outcome).isInstanceOf(Unanswered.class);
            return (Unanswered) outcome;
        }
    }

    private static void answerInPlainText(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getInputStream().read();
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            connection.getOutputStream().flush();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // The other side hung up.
        }
    }
}
