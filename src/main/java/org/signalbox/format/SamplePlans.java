package org.signalbox.format;

import java.time.Instant;
import java.util.List;
import org.signalbox.client.Client;
import org.signalbox.client.Contact;

/** For whom the work in samples is done, and what is planned. */
final class SamplePlans {
    private static final Instant BEGUN = Instant.parse("2026-09-14T07:05:11.480Z");

    static final Client CLIENT =
            new Client(
                    11,
                    "Harbor Lane Ltd",
                    "Runs the ferries.",
                    "Shipping",
                    List.of(
                            new Contact("email", "Office", "office@harborlane.example"),
                            new Contact("phone", null, "+351 22 555 0117")),
                    List.of("key account"),
                    2,
                    BEGUN,
                    SampleWork.NOW);

    private SamplePlans() {}
}
