package org.signalbox.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EventsTest {

    @Test
    void numbers_every_event_of_a_batch() {
        var events = Events.of("here", "custom.bench", 3);

        events.from(999_999_990);
        String request = new String(events.from(4_998), ISO_8859_1);

        assertThat(request)
                .contains("#000004998#", "#000004999#", "#000005000#")
                .contains("bench:998", "bench:999", "bench:000");
        assertThat(request.indexOf("[{")).isEqualTo(request.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void posts_a_single_event_without_an_array() {
        String request = new String(Events.of("here", "custom.bench", 1).from(7), ISO_8859_1);

        assertThat(request).contains("\r\n\r\n{").endsWith("}").contains("#000000007#");
    }

    @Test
    void makes_deliveries_of_one_kilobyte() {
        assertThat(Events.sample()).hasSize(1_024);
    }
}
