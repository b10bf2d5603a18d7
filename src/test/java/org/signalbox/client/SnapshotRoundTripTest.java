package org.signalbox.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What events hold comes back as it was. */
class SnapshotRoundTripTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant TIME = Instant.parse("2026-03-04T10:15:30.123456Z");

    @Test
    void a_detail_comes_back_as_it_was() {
        var detail =
                new ClientDetail(
                        new Client(
                                11,
                                "Harbor Lane",
                                "Ferries",
                                null,
                                List.of(new Contact("email", null, "a@example.org")),
                                List.of("north"),
                                3,
                                TIME,
                                TIME));
        var read = JSON.readValue(JSON.writeValueAsString(detail), ClientDetail.class);
        assertThat(read).isEqualTo(detail);
        assertThat(ClientHal.of(read.client(), true).json())
                .isEqualTo(ClientHal.of(detail.client(), true).json());
    }
}
