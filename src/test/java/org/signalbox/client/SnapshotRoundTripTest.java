package org.signalbox.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Snapshots.TIME;
import static org.signalbox.testing.Snapshots.again;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What events hold comes back as it was. */
class SnapshotRoundTripTest {
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
        var read = again(detail, ClientDetail.class);
        assertThat(read).isEqualTo(detail);
        assertThat(ClientHal.of(read.client(), true).json())
                .isEqualTo(ClientHal.of(detail.client(), true).json());
    }
}
