package org.signalbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.signalbox.event.Event;
import org.signalbox.event.Subject;
import org.signalbox.webhook.ContentMode;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Packaging;
import org.signalbox.webhook.Payload;

class RenderingsTest {
    private final AtomicInteger rendered = new AtomicInteger();

    /** The least that a format has to say. */
    private final class Counting implements Format {
        private final String id;

        Counting(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return id;
        }

        @Override
        public List<EventName> events() {
            return List.of(
                    new EventName("was_made", "thing.created", "Things", "Made", List.of("made")));
        }

        @Override
        public byte[] body(Event event, String name) {
            rendered.incrementAndGet();
            return (id + " " + name + " " + event.id()).getBytes(UTF_8);
        }

        @Override
        public Event sample(String name) {
            return happened("evt_sample");
        }
    }

    private static Event happened(String id) {
        return new Event(
                1, id, "thing.created", Instant.EPOCH, Subject.of("thing", 1), null, null, "{}");
    }

    @Test
    void an_event_is_rendered_once_for_all_webhooks_of_a_format() {
        var renderings = new Renderings();
        var first = new Counting("first");
        var made = new Label(first, "made", Packaging.PLAIN);
        byte[] body = renderings.of(happened("evt_1"), made);
        for (int webhook = 0; webhook < 1_000; webhook++) {
            assertThat(renderings.of(happened("evt_1"), made)).isSameAs(body);
        }
        assertThat(rendered).hasValue(1);
        var second = new Label(new Counting("second"), "made", Packaging.PLAIN);
        assertThat(renderings.of(happened("evt_1"), second)).isNotEqualTo(body);
        assertThat(renderings.of(happened("evt_2"), made)).isNotEqualTo(body);
        var otherName = new Label(first, "was_made", Packaging.PLAIN);
        assertThat(renderings.of(happened("evt_1"), otherName)).isNotEqualTo(body);
        var thin = new Label(first, "made", new Packaging(ContentMode.STANDARD, Payload.THIN));
        assertThat(renderings.of(happened("evt_1"), thin)).isNotSameAs(body);
        assertThat(rendered).hasValue(5);
    }

    @Test
    void a_format_need_not_say_more_than_its_names_and_its_bodies() {
        var format = new Counting("first");
        assertThat(format.knows("made")).isTrue();
        assertThat(format.knows("broken")).isFalse();
        assertThat(format.event("made"))
                .hasValue(new EventName("made", "thing.created", "Things", "Made"));
        assertThat(format.typeOf("was_made")).hasValue("thing.created");
        assertThat(format.nameFor(happened("evt_1"), List.of("made", "other"))).hasValue("made");
        assertThat(format.nameFor(happened("evt_1"), List.of("other"))).isEmpty();
        assertThat(format.headers(new byte[0], List.of())).isEmpty();
        assertThat(format.patience()).isEmpty();
    }
}
