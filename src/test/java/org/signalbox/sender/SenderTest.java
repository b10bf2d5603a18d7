package org.signalbox.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.sender.Outcome.Answered;
import org.signalbox.sender.Outcome.Unanswered;
import org.signalbox.testing.Reply;
import org.signalbox.testing.ScriptedReceiver;

class SenderTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final ScriptedReceiver receiver = ScriptedReceiver.start();
    private final Sender sender = allowing("127.0.0.0/8");

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
    }

    @Test
    void the_bytes_and_headers_arrive_as_they_are() {
        Answered answer = answered(send(receiver.url("/hooks?a=1"), PATIENT));
        var got = receiver.await(1).getFirst();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.accepted()).isTrue();
        assertThat(got.method()).isEqualTo("POST");
        assertThat(got.path()).isEqualTo("/hooks?a=1");
        assertThat(got.text()).isEqualTo("{\"name\":\"Zoë\"}");
        assertThat(got.header("Content-Type")).isEqualTo("application/json");
        assertThat(got.header("X-Api-Key")).isEqualTo("abc");
        assertThat(got.headers())
                .containsOnlyKeys(
                        "content-type", "x-api-key", "content-length", "host", "connection");
    }

    @Test
    void a_name_keeps_its_host_header() {
        send(URI.create("http://localhost:" + receiver.port() + "/"), PATIENT);
        assertThat(receiver.await(1).getFirst().header("Host"))
                .isEqualTo("localhost:" + receiver.port());
    }

    @Test
    void what_a_receiver_answers_is_kept() {
        receiver.on("/", Reply.answer(500, "no disk", "X-Request-Id: 7"));
        Answered answer = answered(send("/"));
        assertThat(answer.accepted()).isFalse();
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("no disk");
        assertThat(answer.bodyBytes()).isEqualTo(7);
        assertThat(answer.headers()).contains(new Header("X-Request-Id", "7"));
    }

    @Test
    void redirects_are_not_followed() {
        receiver.on("/", Reply.redirect("/elsewhere"));
        assertThat(answered(send("/")).status()).isEqualTo(302);
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void of_a_long_answer_the_beginning_is_kept() {
        receiver.on("/", Reply.answer(200, "x".repeat(18 * 1024)));
        Answered answer = answered(send("/"));
        assertThat(answer.body()).hasSize(4096);
        assertThat(answer.bodyBytes()).isEqualTo(18 * 1024);
    }

    @Test
    void an_endless_answer_is_cut_off() {
        receiver.on("/", Reply.endless());
        Answered answer = answered(send("/"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bodyBytes()).isEqualTo(64 * 1024);
    }

    @Test
    void many_and_long_headers_are_cut_down() {
        String[] headers = new String[80];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = "X-" + i + ": " + "v".repeat(3000);
        }
        receiver.on("/", Reply.answer(200, "", headers));
        Answered answer = answered(send("/"));
        assertThat(answer.headers()).hasSize(50);
        assertThat(answer.headers().getFirst().value()).hasSize(1024);
    }

    @Test
    void characters_that_no_database_takes_are_replaced() {
        receiver.on("/", Reply.answer(200, "a\0b"));
        assertThat(answered(send("/")).body()).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    120                           | PT2M
                    Fri, 20 Nov 2026 10:00:30 GMT | PT30S
                    Fri, 20 Nov 2026 09:00:00 GMT | PT0S
                    soon                          |
                    -5                            |
                    99999999999999999999          |
                    """)
    void how_long_to_wait_is_understood(String header, Duration expected) {
        receiver.on("/", Reply.answer(503, "", "Retry-After: " + header));
        assertThat(answered(send("/")).retryAfter()).isEqualTo(expected);
    }

    @Test
    void silence_ends_at_the_deadline() {
        receiver.on("/", Reply.hang());
        Unanswered nothing = unanswered(send(receiver.url("/"), SHORT));
        assertThat(nothing.kind()).isEqualTo(Failure.TIMEOUT);
        assertThat(nothing.words()).isEqualTo("No answer within 300 ms");
        assertThat(nothing.took()).isBetween(SHORT, PATIENT);
    }

    @Test
    void a_body_that_trickles_ends_at_the_deadline() {
        receiver.on("/", Reply.drip(Duration.ofMillis(10)));
        assertThat(unanswered(send(receiver.url("/"), SHORT)).kind()).isEqualTo(Failure.TIMEOUT);
    }

    @Test
    void nobody_listens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        Unanswered nothing = unanswered(send(URI.create("http://127.0.0.1:" + free), PATIENT));
        assertThat(nothing.kind()).isEqualTo(Failure.REFUSED);
        assertThat(nothing.words()).isEqualTo("127.0.0.1 refused the connection on port " + free);
    }

    @Test
    void a_name_that_does_not_exist() {
        Unanswered nothing = unanswered(send(URI.create("http://billing.example/"), PATIENT));
        assertThat(nothing.kind()).isEqualTo(Failure.DNS);
        assertThat(nothing.words()).isEqualTo("The name billing.example does not exist");
    }

    @Test
    void a_private_address_is_not_connected_to() {
        try (var strict = allowing("10.0.0.0/8")) {
            Unanswered nothing = unanswered(strict.send(request(receiver.url("/"), PATIENT)));
            assertThat(nothing.kind()).isEqualTo(Failure.BLOCKED);
            assertThat(nothing.words()).contains("127.0.0.1", "signalbox.egress.allowed-networks");
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void an_answer_that_is_no_http() {
        receiver.on("/", Reply.raw("SSH-2.0-OpenSSH_9.9\r\n".repeat(3)));
        assertThat(unanswered(send("/")).kind()).isIn(Failure.MALFORMED, Failure.CLOSED);
    }

    @Test
    void an_answer_that_breaks_off() {
        receiver.on("/", Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"));
        assertThat(unanswered(send("/")).kind()).isEqualTo(Failure.CLOSED);
    }

    @Test
    void a_receiver_that_closes_without_an_answer_is_asked_once() {
        receiver.on("/", Reply.close());
        assertThat(unanswered(send("/")).kind()).isEqualTo(Failure.CLOSED);
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void connections_are_kept() {
        for (int i = 0; i < 5; i++) {
            assertThat(answered(send("/")).status()).isEqualTo(200);
        }
        assertThat(receiver.connections()).isEqualTo(1);
    }

    @Test
    void a_kept_connection_that_the_receiver_closed_costs_no_attempt() {
        receiver.on("/", Reply.answerAndClose(200));
        for (int i = 0; i < 20; i++) {
            assertThat(answered(send("/")).status()).isEqualTo(200);
        }
        assertThat(receiver.requests()).hasSize(20);
    }

    @Test
    void a_request_that_the_receiver_may_have_read_is_not_sent_twice_unseen() {
        receiver.on("/", Reply.answer(200), Reply.reset());
        assertThat(answered(send("/")).status()).isEqualTo(200);
        assertThat(unanswered(send("/")).kind()).isEqualTo(Failure.CLOSED);
        assertThat(receiver.requests()).hasSize(2);
        assertThat(receiver.connections()).isEqualTo(1);
    }

    @Test
    void stopping_ends_what_is_under_way() throws InterruptedException, ExecutionException {
        receiver.on("/", Reply.hang());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcome = threads.submit(() -> send("/"));
            receiver.await(1);
            sender.close();
            assertThat(unanswered(outcome.get()).kind()).isEqualTo(Failure.STOPPED);
            assertThat(unanswered(send("/")).kind()).isEqualTo(Failure.STOPPED);
        }
    }

    private static Sender allowing(String... networks) {
        var settings = new EgressSettings(Stream.of(networks).map(Network::of).toList());
        return new Sender(new AddressGuard(settings, SenderTest::nobody), () -> NOW);
    }

    private static List<InetAddress> nobody(String name) throws UnknownHostException {
        throw new UnknownHostException("The name " + name + " does not exist");
    }

    private Outcome send(String path) {
        return send(receiver.url(path), PATIENT);
    }

    private Outcome send(URI url, Duration timeout) {
        return sender.send(request(url, timeout));
    }

    private static Request request(URI url, Duration timeout) {
        var headers =
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("X-Api-Key", "abc"));
        return new Request(url, headers, "{\"name\":\"Zoë\"}".getBytes(UTF_8), timeout);
    }

    private static Answered answered(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Answered.class);
        return (Answered) outcome;
    }

    private static Unanswered unanswered(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Unanswered.class);
        return (Unanswered) outcome;
    }
}
