package org.signalbox.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;

final class ExchangeTest {
    private final Tally tally = new Tally();
    private final Inbox inbox = new Inbox("", tally, false);
    private final Inbox hanging = new Inbox("", new Tally(), true);
    private final Exchange exchange =
            new Exchange(new AtomicReferenceArray<>(new Inbox[] {hanging, inbox}));

    @Test
    void understands_requests_wherever_they_are_cut() {
        byte[] both = (request(1, 0) + request(1, 20)).getBytes(ISO_8859_1);

        for (int i = 0; i < both.length; i++) {
            exchange.take(ByteBuffer.wrap(both, i, 1), 100 + i);
        }

        assertThat(exchange.answers()).isEqualTo(2);
        assertThat(tally.arrived()).isEqualTo(2);
        assertThat(inbox.at(0)).isLessThan(inbox.at(20));
    }

    @Test
    void understands_several_requests_at_once() {
        take(request(1, 7) + request(1, 8) + request(1, 9));

        assertThat(exchange.answers()).isEqualTo(3);
        assertThat(exchange.answers()).isZero();
        assertThat(tally.arrived()).isEqualTo(3);
    }

    @Test
    void never_answers_where_it_hangs() {
        take(request(0, 1) + request(1, 1));

        assertThat(exchange.answers()).isEqualTo(1);
    }

    private void take(String requests) {
        exchange.take(ByteBuffer.wrap(requests.getBytes(ISO_8859_1)), 1);
    }

    private static String request(int inbox, int number) {
        String body = "{\"number\":\"#%09d#\"}".formatted(number);
        return "POST /i/%d HTTP/1.1\r\ncontent-length: %d\r\nHost: here\r\n\r\n%s"
                .formatted(inbox, body.length(), body);
    }
}
